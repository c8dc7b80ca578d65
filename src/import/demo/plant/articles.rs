//! The knowledge base is planted last: sections, articles, what readers said of them, and the threads that they answer.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};

use super::{Garden, PlantError, refused, unknown};
use crate::domain::article::{ArticleDraft, ArticleInput, ArticleKind, ArticleState, LinkKind};
use crate::domain::ask_session::Visitor;
use crate::domain::body::Reason;
use crate::domain::guide::Outcome;
use crate::domain::id::{ArticleId, SectionId};
use crate::domain::section::SectionDraft;
use crate::import::demo::knowledge::{Article, Tie};
use crate::store::article_links::{self, Linking};
use crate::store::articles::{self, Becoming, Saving};
use crate::store::sections::{self, Arranging};
use crate::store::written::Written;
use crate::store::{article_opinions, guides};
use crate::text::guide::Guide;

/// What is planted already, by its name in the file.
#[derive(Default)]
struct Beds<'a> {
    sections: HashMap<&'a str, SectionId>,
    articles: HashMap<&'a str, ArticleId>,
}

impl<'a> Garden<'a> {
    /// Plants the whole knowledge base.
    pub(super) fn knowledge(&mut self) -> Result<(), PlantError> {
        let knowledge = &self.demo.knowledge;
        let mut beds = Beds::default();
        let begun_at = self.now - Duration::days(120);
        for section in &knowledge.sections {
            let draft = SectionDraft {
                name: section.name.clone(),
                description: section.description.clone(),
                parent: section
                    .within
                    .as_deref()
                    .and_then(|name| beds.sections.get(name))
                    .copied(),
            };
            match sections::make(self.tx, &draft, begun_at)? {
                Arranging::Done(id) => beds.sections.insert(&section.name, id),
                other => return Err(refused(&section.name, &format!("making it ended as {other:?}"))),
            };
        }
        for article in &knowledge.articles {
            let id = self.article(article, &beds)?;
            beds.articles.insert(&article.id, id);
        }
        // Two articles may point to each other, so both have to be there.
        for article in knowledge.articles.iter().filter(|article| !article.see_also.is_empty()) {
            self.point(article, &beds)?;
        }
        Ok(())
    }

    fn article(&mut self, article: &'a Article, beds: &Beds<'a>) -> Result<ArticleId, PlantError> {
        let at = article.published_at(self.now);
        let (author, sight) = self.person(&article.author)?;
        let draft = self.drafted(article, beds, false)?;
        let (body, key) = (Written::body(&draft.body), self.form_key());
        if draft.kind == ArticleKind::Guide {
            let guide = Guide::read(&body.shown());
            guide.map_err(|problems| refused(&article.id, &format!("it is no guide: {problems:?}")))?;
        }
        let id = match articles::write(self.tx, &author, sight, &draft, &body, &key, at)? {
            Saving::Saved(id) => id,
            other => return Err(refused(&article.id, &format!("writing ended as {other:?}"))),
        };
        let seen = (ArticleState::Draft, 1);
        match articles::become_state(self.tx, &author, sight, id, seen, (article.state, false), at)? {
            Becoming::Done => {}
            other => return Err(refused(&article.id, &format!("publishing ended as {other:?}"))),
        }
        articles::add_views(self.tx, &[(id, i64::from(article.views))])?;
        self.opinions(article, id, at)?;
        self.steps(article, id)?;
        for (ties, kind) in [
            (&article.answers, LinkKind::Answers),
            (&article.related, LinkKind::Related),
        ] {
            for tie in ties {
                self.tie(article, id, tie, kind, at + Duration::hours(1))?;
            }
        }
        Ok(id)
    }

    /// The article as its form would bring it.
    fn drafted(&self, article: &Article, beds: &Beds<'_>, points: bool) -> Result<ArticleDraft, PlantError> {
        let section = beds.sections.get(article.section.as_str());
        let section = section.ok_or_else(|| unknown(&article.section, "section"))?;
        let number = |name: &String| beds.articles.get(name.as_str()).map(|id| id.to_string());
        let see_also: Vec<String> = article.see_also.iter().filter(|_| points).filter_map(number).collect();
        let input = ArticleInput {
            section: section.to_string(),
            original: article.original.as_ref().and_then(number).unwrap_or_default(),
            see_also: see_also.join(" "),
            ..article.input(self.now)
        };
        ArticleDraft::parse(&input, |text| text.parse().ok())
            .map_err(|problems| refused(&article.id, &format!("its form has problems: {problems:?}")))
    }

    fn point(&mut self, article: &Article, beds: &Beds<'_>) -> Result<(), PlantError> {
        let at = article.published_at(self.now);
        let (author, sight) = self.person(&article.author)?;
        let id = beds.articles.get(article.id.as_str()).copied();
        let id = id.ok_or_else(|| unknown(&article.id, "article"))?;
        let draft = self.drafted(article, beds, true)?;
        let body = Written::body(&draft.body);
        match articles::edit(self.tx, &author, sight, id, 1, &draft, &body, at)? {
            Saving::Saved(_) => Ok(()),
            other => Err(refused(&article.id, &format!("changing it ended as {other:?}"))),
        }
    }

    fn opinions(&mut self, article: &Article, id: ArticleId, at: DateTime<Utc>) -> Result<(), PlantError> {
        let (_, sight) = self.person(&article.author)?;
        for number in 0..article.helped + article.did_not_help {
            let visitor = Visitor::stored(format!("demo-{}-{number}", article.id));
            let opinion = (number < article.helped, &Reason::default());
            article_opinions::give(self.tx, &visitor, sight, id, opinion, at)?;
        }
        Ok(())
    }

    /// How readers answered the steps of a guide.
    fn steps(&mut self, article: &Article, id: ArticleId) -> Result<(), PlantError> {
        let (_, sight) = self.person(&article.author)?;
        for answers in &article.steps {
            for (outcome, count) in [(Outcome::Worked, answers.worked), (Outcome::DidNot, answers.did_not)] {
                guides::count_answer(self.tx, sight, id, &answers.step, outcome, i64::from(count))?;
            }
        }
        Ok(())
    }

    fn tie(
        &mut self,
        article: &Article,
        id: ArticleId,
        tie: &Tie,
        kind: LinkKind,
        at: DateTime<Utc>,
    ) -> Result<(), PlantError> {
        let (by, sight) = self.person(&tie.by)?;
        let thread = self.thread(&tie.thread)?.id;
        match article_links::link(self.tx, &by, sight, (thread, id), kind, at)? {
            Linking::Linked => Ok(()),
            other => Err(refused(&article.id, &format!("linking it ended as {other:?}"))),
        }
    }
}
