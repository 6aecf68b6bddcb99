print("kamdesk")
