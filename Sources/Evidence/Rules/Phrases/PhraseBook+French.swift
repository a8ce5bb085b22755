extension PhraseBook {
    /// Phrases of French.
    static let french: [(Theme, [String])] = [
        (
            .parcel,
            [
                "votre colis", "frais de livraison", "frais de douane", "livraison en attente", "n’a pas pu être livré",
                "n'a pas pu être livré", "reprogrammer la livraison", "point relais",
            ]
        ),
        (
            .account,
            [
                "votre compte a été", "compte suspendu", "compte bloqué", "activité inhabituelle", "confirmer vos informations",
                "mettre à jour vos informations", "vérifier votre compte", "votre carte vitale", "carte bancaire a été",
                "paiement refusé", "espace client",
            ]
        ),
        (
            .prize,
            [
                "vous avez gagné", "félicitations", "carte cadeau", "heureux gagnant", "tirage au sort", "récompense",
                "votre lot",
            ]
        ),
        (
            .wrongNumber,
            [
                "mauvais numéro", "tu te souviens de moi", "c'est bien toi", "on se connaît",
            ]
        ),
        (
            .family,
            [
                "coucou maman", "coucou papa", "salut maman", "salut papa", "nouveau numéro", "mon téléphone est cassé",
                "perdu mon téléphone",
            ]
        ),
        (
            .codeRequest,
            [
                "envoie-moi le code", "le code que tu as reçu", "transmets-moi le code",
            ]
        ),
        (
            .oneTimeCode,
            [
                "ne communiquez", "ne partagez", "code de vérification", "code de sécurité", "usage unique",
                "ne jamais communiquer",
            ]
        ),
        (
            .job,
            [
                "travail à domicile", "emploi à temps partiel", "sans expérience", "gagnez jusqu'à", "par jour depuis",
            ]
        ),
        (
            .loan,
            [
                "prêt rapide", "crédit rapide", "prêt entre particuliers", "sans justificatif", "offre de prêt",
                "rachat de crédit",
            ]
        ),
        (
            .investment,
            [
                "rendement garanti", "cryptomonnaie", "revenu passif", "opportunité d'investissement", "doublez votre",
                "gagner de l'argent",
            ]
        ),
        (
            .tax,
            [
                "remboursement d'impôt", "remboursement d'impôts", "trop-perçu", "impôts.gouv", "avis d'imposition",
            ]
        ),
        (
            .toll,
            [
                "amende", "contravention", "péage impayé", "stationnement impayé", "antai",
            ]
        ),
        (
            .extortion,
            [
                "votre webcam", "vos contacts", "je vous ai filmé", "payer en bitcoin",
            ]
        ),
        (
            .advanceFee,
            [
                "héritage", "bénéficiaire", "notaire", "millions d'euros", "don de", "succession", "strictement confidentiel",
            ]
        ),
        (
            .adult,
            [
                "rencontre coquine", "femmes seules", "plan cul", "site de rencontre",
            ]
        ),
        (
            .gambling,
            [
                "casino en ligne", "tours gratuits", "paris sportifs", "bonus sans dépôt",
            ]
        ),
        (
            .pharmacy,
            [
                "sans ordonnance", "perdre du poids", "perte de poids", "pharmacie en ligne",
            ]
        ),
        (
            .replica,
            [
                "répliques", "montres de luxe",
            ]
        ),
        (
            .marketing,
            [
                "référencement", "première page de google", "augmentez vos ventes", "base de données d'emails",
                "création de site",
            ]
        ),
        (
            .mailbox,
            [
                "boîte mail est pleine", "boîte de réception est pleine", "mot de passe expire", "quota de votre boîte",
                "messagerie sera",
            ]
        ),
        (
            .renewal,
            [
                "abonnement sera renouvelé", "renouvellement automatique", "pour annuler, appelez",
            ]
        ),
        (
            .technicalHelp,
            [
                "virus détecté", "votre ordinateur est infecté", "support technique",
            ]
        ),
        (
            .boss,
            [
                "es-tu disponible", "êtes-vous disponible", "cartes cadeaux", "virement urgent", "en toute confidentialité",
            ]
        ),
        (
            .invoice,
            [
                "facture impayée", "facture en pièce jointe", "nouvelles coordonnées bancaires", "changement de rib",
                "relance de paiement",
            ]
        ),
        (
            .urgency,
            [
                "sous 24 heures", "sous 48 heures", "urgent", "dernier rappel", "immédiatement", "dernier avis",
                "dans les plus brefs délais", "dernière chance",
            ]
        ),
        (
            .follow,
            [
                "cliquez ici", "cliquez sur le lien", "suivez le lien", "via le lien", "rendez-vous sur",
            ]
        ),
        (
            .selling,
            [
                "offre spéciale", "offre exclusive", "gratuit", "remise", "soldes", "profitez", "meilleur prix", "commandez",
                "satisfait ou remboursé",
            ]
        ),
        (
            .unsubscribe,
            [
                "se désabonner", "désinscrire", "désabonnement", "stop au",
            ]
        ),
        (
            .otherChannel,
            [
                "sur whatsapp", "sur telegram", "contactez-moi sur",
            ]
        ),
    ]
}
