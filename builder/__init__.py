"""Build the site: the pages around the calculator, the Python of the browser, the prebuilt answers and the widget."""
