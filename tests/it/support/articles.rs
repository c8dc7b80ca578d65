//! Articles, written straight into the store.

use tanya::domain::account::Viewer;
use tanya::domain::article::{ArticleDraft, ArticleInput, ArticleState, LinkKind};
use tanya::domain::id::{ArticleId, SectionId, ThreadId};
use tanya::domain::section::SectionDraft;
use tanya::domain::sight::Sight;
use tanya::store::StoreError;
use tanya::store::article_links::{self, Linking};
use tanya::store::articles::{self, Becoming, Saving};
use tanya::store::sections::{self, Arranging};
use tanya::store::written::Written;

use super::content::{Content, key};

impl Content<'_> {
    fn view(&self) -> Sight {
        Sight::of(&Viewer::User(self.author.clone()))
    }

    /// A section at the top, or within another one.
    pub fn section(&mut self, name: &str, parent: Option<SectionId>) -> Result<SectionId, StoreError> {
        let draft = SectionDraft {
            name: name.to_owned(),
            description: String::new(),
            parent,
        };
        match sections::make(self.tx, &draft, self.now)? {
            Arranging::Done(id) => Ok(id),
            other => panic!("no section: {other:?}"),
        }
    }

    /// A draft for an audience.
    pub fn draft(&mut self, section: SectionId, title: &str, audience: &str) -> Result<ArticleId, StoreError> {
        let input = ArticleInput {
            title: title.to_owned(),
            section: section.to_string(),
            audience: audience.to_owned(),
            language: "en".to_owned(),
            short_answer: format!("In short: {title}."),
            body: "## First\n\nHold the button.\n\n## Then\n\nWait.\n\n### If it blinks\n\nWait longer.".to_owned(),
            tags: "box".to_owned(),
            ..ArticleInput::default()
        };
        self.draft_of(&input)
    }

    /// A draft as it was typed.
    pub fn draft_of(&mut self, input: &ArticleInput) -> Result<ArticleId, StoreError> {
        let draft = ArticleDraft::parse(input, |text| text.parse().ok()).unwrap();
        let (body, sight) = (Written::body(&draft.body), self.view());
        match articles::write(self.tx, &self.author, sight, &draft, &body, &key(), self.now)? {
            Saving::Saved(id) => Ok(id),
            other => panic!("not saved: {other:?}"),
        }
    }

    /// Brings an article to another state.
    pub fn bring(&mut self, id: ArticleId, from: ArticleState, to: ArticleState) -> Result<(), StoreError> {
        let sight = self.view();
        let version = articles::source(self.tx, sight, id)?.input.after.parse().unwrap();
        let becoming =
            articles::become_state(self.tx, &self.author, sight, id, (from, version), (to, false), self.now)?;
        assert_eq!(becoming, Becoming::Done);
        Ok(())
    }

    /// A published article for an audience.
    pub fn article(&mut self, section: SectionId, title: &str, audience: &str) -> Result<ArticleId, StoreError> {
        let id = self.draft(section, title, audience)?;
        self.bring(id, ArticleState::Draft, ArticleState::Published)?;
        Ok(id)
    }

    /// A published guide for an audience.
    pub fn guide(
        &mut self,
        section: SectionId,
        title: &str,
        audience: &str,
        body: &str,
    ) -> Result<ArticleId, StoreError> {
        let id = self.draft_of(&ArticleInput {
            title: title.to_owned(),
            kind: "guide".to_owned(),
            section: section.to_string(),
            audience: audience.to_owned(),
            language: "en".to_owned(),
            short_answer: format!("In short: {title}."),
            body: body.to_owned(),
            tags: "box".to_owned(),
            ..ArticleInput::default()
        })?;
        self.bring(id, ArticleState::Draft, ArticleState::Published)?;
        Ok(id)
    }

    /// Says what an article is to a thread.
    pub fn link(&mut self, thread: ThreadId, article: ArticleId, kind: LinkKind) -> Result<(), StoreError> {
        let sight = self.view();
        let linking = article_links::link(self.tx, &self.author, sight, (thread, article), kind, self.now)?;
        assert_eq!(linking, Linking::Linked);
        Ok(())
    }
}
