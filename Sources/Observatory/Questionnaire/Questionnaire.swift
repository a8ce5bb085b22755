// Questionnaire: what the study asks members and operators, and what becomes of the answers.
//
// `Instrument` is what is asked, `Response` what one respondent answered, with its way through delegation, review and approval. `Export` makes
// forms of it, `Import` reads them back, `Results` looks at many answers at once. Nothing of many respondents is handed out but through
// `Disclosure`.
