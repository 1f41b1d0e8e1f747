print("ayb-server")
