print("fordel")
