"""The page that tidies up: what models really take, and what lies on this computer without use."""
