//! The figures of reports, by the names under which they are defined.

crate::named! {
    /// A figure of a report: each has a definition at its name.
    pub enum Figure {
        /// How many questions were asked, and which of them count.
        Asked = "asked",
        /// How long the first answer took.
        FirstAnswer = "first-answer",
        /// How long the first answer of the staff took.
        StaffAnswer = "staff-answer",
        /// How long the resolution took.
        Resolution = "resolution",
        /// Which share was resolved within a day, a week, thirty days.
        ResolvedWithin = "resolved-within",
        /// In which ways questions were resolved.
        HowResolved = "how-resolved",
        /// What is open now.
        Backlog = "backlog",
        /// Which share was settled and then was so no longer.
        Reopened = "reopened",
        /// How often the answer that was accepted was the first one.
        FirstAccepted = "first-accepted",
        /// Who answered first.
        AnsweredBy = "answered-by",
        /// What each person did.
        Answerers = "answerers",
        /// What cannot be true of imported times.
        Anomalies = "anomalies",
        /// What became of visits to the ask form.
        AskVisits = "ask-visits",
        /// What suggestions change, beside those who see none.
        HoldoutEffect = "holdout-effect",
        /// How many contacts suggestions saved.
        ContactsSaved = "contacts-saved",
        /// What was read instead of asking.
        ViewsWithoutQuestion = "views-without-question",
        /// Searches that led to no answer.
        SearchesWithoutAnswer = "searches-without-answer",
        /// Questions that articles answered.
        ArticlesAnswering = "articles-answering",
        /// Which share of opinions says that an article helped.
        ArticlesHelped = "articles-helped",
        /// What articles saved.
        ArticlesPayback = "articles-payback",
        /// Articles that are due for review.
        ArticlesDue = "articles-due",
        /// What askers say afterwards.
        Survey = "survey",
    }
}
