print("chaffinch")
