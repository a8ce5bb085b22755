extension PhraseBook {
    /// Phrases of Spanish.
    static let spanish: [(Theme, [String])] = [
        (
            .parcel,
            [
                "su paquete", "tu paquete", "gastos de envío", "tasa de aduana", "no se pudo entregar",
                "no hemos podido entregar", "reprogramar la entrega", "correos:",
            ]
        ),
        (
            .account,
            [
                "su cuenta ha sido", "tu cuenta ha sido", "cuenta suspendida", "cuenta bloqueada", "actividad inusual",
                "verifique su cuenta", "verifica tu cuenta", "confirme sus datos", "actualice sus datos", "acceso no autorizado",
                "su tarjeta ha sido",
            ]
        ),
        (
            .prize,
            [
                "ha ganado", "has ganado", "felicidades", "enhorabuena", "premio", "tarjeta regalo", "ganador", "sorteo",
            ]
        ),
        (
            .wrongNumber,
            [
                "número equivocado", "te acuerdas de mí", "eres tú", "cuánto tiempo",
            ]
        ),
        (
            .family,
            [
                "hola mamá", "hola papá", "mi nuevo número", "nuevo número", "se me rompió el móvil", "se me rompió el teléfono",
                "perdí mi teléfono",
            ]
        ),
        (
            .codeRequest,
            [
                "envíame el código", "pásame el código", "el código que te llegó",
            ]
        ),
        (
            .oneTimeCode,
            [
                "no comparta", "no compartas", "no lo comparta", "no lo compartas", "código de verificación", "código de seguridad",
                "código de acceso", "un solo uso",
            ]
        ),
        (
            .job,
            [
                "trabajo desde casa", "trabajo a tiempo parcial", "sin experiencia", "gana dinero", "ganar al día",
            ]
        ),
        (
            .loan,
            [
                "préstamo rápido", "crédito rápido", "sin aval", "préstamo aprobado", "sin buró",
            ]
        ),
        (
            .investment,
            [
                "ganancias garantizadas", "criptomonedas", "ingresos pasivos", "oportunidad de inversión", "duplica tu",
                "inversión segura",
            ]
        ),
        (
            .tax,
            [
                "devolución de impuestos", "reembolso", "agencia tributaria", "hacienda",
            ]
        ),
        (
            .toll,
            [
                "multa pendiente", "multa de tráfico", "peaje pendiente", "multa de estacionamiento",
            ]
        ),
        (
            .extortion,
            [
                "tu cámara", "tu webcam", "tus contactos", "pagar en bitcoin", "te he grabado",
            ]
        ),
        (
            .advanceFee,
            [
                "herencia", "beneficiario", "millones de dólares", "millones de euros", "abogado del difunto",
                "estrictamente confidencial", "fondo de compensación",
            ]
        ),
        (
            .adult,
            [
                "citas calientes", "mujeres solteras", "chicas cerca",
            ]
        ),
        (
            .gambling,
            [
                "casino en línea", "giros gratis", "apuestas deportivas", "bono sin depósito", "tragaperras",
            ]
        ),
        (
            .pharmacy,
            [
                "sin receta", "perder peso", "bajar de peso", "farmacia en línea",
            ]
        ),
        (
            .replica,
            [
                "réplicas", "relojes de lujo",
            ]
        ),
        (
            .marketing,
            [
                "posicionamiento web", "primera página de google", "aumente sus ventes", "aumente sus ventas",
                "base de datos de correos", "diseño web",
            ]
        ),
        (
            .mailbox,
            [
                "buzón está lleno", "contraseña caduca", "contraseña expira", "cuota de su buzón", "su correo será",
            ]
        ),
        (
            .renewal,
            [
                "suscripción se renovará", "renovación automática", "para cancelar llame",
            ]
        ),
        (
            .technicalHelp,
            [
                "virus detectado", "su computadora está infectada", "soporte técnico",
            ]
        ),
        (
            .boss,
            [
                "estás disponible", "está disponible", "tarjetas de regalo", "transferencia urgente", "máxima discreción",
            ]
        ),
        (
            .invoice,
            [
                "factura pendiente", "factura vencida", "factura adjunta", "nuevos datos bancarios", "cambio de cuenta bancaria",
            ]
        ),
        (
            .urgency,
            [
                "en 24 horas", "en 48 horas", "urgente", "último aviso", "inmediatamente", "última oportunidad",
                "lo antes posible", "evite el bloqueo",
            ]
        ),
        (
            .follow,
            [
                "haga clic", "haz clic", "clic aquí", "pulse aquí", "siga el enlace", "en el siguiente enlace", "ingrese a",
            ]
        ),
        (
            .selling,
            [
                "oferta especial", "oferta exclusiva", "gratis", "descuento", "compre ahora", "aprovecha", "mejor precio",
                "rebajas", "promoción",
            ]
        ),
        (
            .unsubscribe,
            [
                "darse de baja", "cancelar suscripción", "darte de baja", "no desea recibir",
            ]
        ),
        (
            .otherChannel,
            [
                "por whatsapp", "al whatsapp", "por telegram", "escríbeme al",
            ]
        ),
    ]
}
