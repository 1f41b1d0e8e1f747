print("ayb")
