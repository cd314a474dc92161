from tests.conformance.parse_all import MODELFILES, parse_file


def test_every_modelfile_is_read_as_ollama_reads_it():
    differing: list[str] = []
    passed, failed = parse_file(MODELFILES, differing.append)
    assert (differing, failed) == ([], 0)
    assert passed == 2644
