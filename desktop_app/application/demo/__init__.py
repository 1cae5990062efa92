"""Made-up households, from their arrival to today: content of the exchange format, like any other file of cases."""
