"""What is kept between runs: settings and folders."""
