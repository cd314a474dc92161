"""What is kept between runs: settings, conversations, secrets, and the folders they are in."""
