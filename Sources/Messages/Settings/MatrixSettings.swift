extension Setting where Value == String {
    /// `matrix.server-name`
    public static var matrixServerName: Setting {
        Setting(
            "matrix.server-name", .text, default: "",
            "The server name under which events of Matrix are signed for rooms that name it as their policy server; empty signs none.")
    }
    /// `matrix.policy-key`
    public static var matrixPolicyKey: Setting {
        Setting(
            "matrix.policy-key", .path, default: "",
            "The file of the key that signs, as servers of Matrix keep theirs (ed25519, a name, a seed in Base64); made where it is not there."
        )
    }
}

extension Setting where Value == Int {
    /// `matrix.room-version`
    public static var matrixRoomVersion: Setting {
        Setting(
            "matrix.room-version", .integer(1...12), default: 12,
            "The version of the rooms; it decides what is signed of events that say how a room is, and changes nothing for messages.")
    }
}
