"""The form beside the editor: the same Modelfile, part by part."""
