//! What of a message is the sender's own: the quotation of what they answer, signatures and notices are cut off.
//!
//! A message comes as lines, whether it was plain text or HTML; each line is kept or not. Nobody's words may be lost: whatever is
//! not surely a quotation, a signature or a notice is kept. Answers between the lines of a quotation keep what they answer.

mod attribution;
mod closing;
mod heading;
mod vocabulary;

use attribution::Followed;

/// A line of a message as a reader sees it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// The words, without marks of quotation.
    pub(super) text: String,
    /// How many quotations it stands in.
    pub(super) depth: usize,
    /// What the mail program said that it is.
    pub(super) mark: Mark,
}

/// What a mail program says of a line, by the classes and ids of its HTML.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Mark {
    /// Nothing.
    #[default]
    None,
    /// It says who wrote what is quoted next.
    Attribution,
    /// It belongs to the signature.
    Signature,
    /// From here on everything is quoted.
    QuoteBegins,
}

/// What becomes of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// The sender's own words.
    Own,
    /// Somebody else's words.
    Quoted,
    /// Says who is quoted.
    Attribution,
    /// A signature or a notice, or behind the end.
    Dropped,
}

/// Says of each line whether it is kept; none is when the sender wrote nothing.
pub(super) fn kept(lines: &[Line]) -> Vec<bool> {
    let texts: Vec<String> = lines.iter().map(|line| vocabulary::folded(&line.text)).collect();
    let message = Message { lines, texts };
    let mut fates: Vec<Fate> = lines
        .iter()
        .map(|line| if line.depth > 0 { Fate::Quoted } else { Fate::Own })
        .collect();
    let is_forwarded = message.drop_the_end(&mut fates);
    if is_forwarded && !message.has_own_words(&fates) {
        // Somebody hands on what another one wrote: that is what they have to say.
        return vec![true; lines.len()];
    }
    message.mark_attributions(&mut fates);
    message.drop_closings(&mut fates);
    message.choose_quotes(&fates)
}

/// Whether the last of these lines says who is quoted next.
pub(super) fn ends_in_attribution(lines: &[Line]) -> bool {
    let lines = lines.get(lines.len().saturating_sub(4)..).unwrap_or_default();
    let texts: Vec<String> = lines.iter().map(|line| vocabulary::folded(&line.text)).collect();
    let last = texts.len().checked_sub(1);
    last.is_some_and(|last| attribution::ending_at(&texts, last, Followed::ByQuote).is_some())
}

struct Message<'lines> {
    lines: &'lines [Line],
    texts: Vec<String>,
}

impl Message<'_> {
    fn text(&self, at: usize) -> &str {
        self.texts.get(at).map_or("", String::as_str)
    }

    fn depth(&self, at: usize) -> usize {
        self.lines.get(at).map_or(0, |line| line.depth)
    }

    fn mark(&self, at: usize) -> Mark {
        self.lines.get(at).map_or(Mark::None, |line| line.mark)
    }

    fn has_own_words(&self, fates: &[Fate]) -> bool {
        fates
            .iter()
            .enumerate()
            .any(|(at, fate)| *fate == Fate::Own && vocabulary::has_words(self.text(at)))
    }

    /// The first line from `at` on that is not blank.
    fn next_words(&self, at: usize) -> Option<usize> {
        (at..self.lines.len()).find(|at| !self.text(*at).is_empty())
    }

    /// Drops what stands from the head of a quoted message on; answers whether it was handed on rather than answered.
    fn drop_the_end(&self, fates: &mut [Fate]) -> bool {
        let mut at = 0;
        while at < self.lines.len() {
            let Some(found) = self.end_at(at) else {
                at += 1;
                continue;
            };
            let is_marked_as_quoted = self.next_words(found.end).is_some_and(|next| self.depth(next) > 0);
            let end = if is_marked_as_quoted {
                found.end
            } else {
                self.lines.len()
            };
            for fate in fates.get_mut(at..end).unwrap_or_default() {
                *fate = if is_marked_as_quoted {
                    Fate::Attribution
                } else {
                    Fate::Dropped
                };
            }
            if !is_marked_as_quoted {
                return found.is_forward;
            }
            at = end.max(at + 1);
        }
        false
    }

    /// The head of a quoted message that begins at this line.
    fn end_at(&self, at: usize) -> Option<End> {
        if self.depth(at) > 0 || self.text(at).is_empty() {
            return None;
        }
        let plain = |end| End { end, is_forward: false };
        if self.mark(at) == Mark::QuoteBegins {
            return Some(plain(self.heading_after(at)));
        }
        if let Some(separator) = heading::separator(self.text(at)) {
            return Some(End {
                end: self.heading_after(at + 1),
                is_forward: separator == heading::Separator::Forward,
            });
        }
        if let Some(end) = heading::fields(&self.texts, at) {
            return Some(plain(end));
        }
        let end = attribution::beginning_at(&self.texts, at, Followed::ByAnything)?;
        let is_alone = (at..end).all(|line| self.depth(line) == 0);
        is_alone.then(|| plain(end))
    }

    /// Where the fields end that may follow a separator.
    fn heading_after(&self, at: usize) -> usize {
        let next = self.next_words(at).unwrap_or(at);
        heading::fields(&self.texts, next).unwrap_or(at)
    }

    fn mark_attributions(&self, fates: &mut [Fate]) {
        for at in 0..self.lines.len() {
            let is_last_before_quote = fates.get(at) == Some(&Fate::Own)
                && !self.text(at).is_empty()
                && self.next_words(at + 1).is_some_and(|next| self.depth(next) > 0);
            let is_told = self.mark(at) == Mark::Attribution && fates.get(at) == Some(&Fate::Own);
            let start = if is_last_before_quote {
                attribution::ending_at(&self.texts, at, Followed::ByQuote)
            } else {
                None
            };
            let start = start.or((is_told && attribution::may_be(self.text(at))).then_some(at));
            if let Some(start) = start {
                for fate in fates.get_mut(start..=at).unwrap_or_default() {
                    if *fate == Fate::Own {
                        *fate = Fate::Attribution;
                    }
                }
            }
        }
    }

    /// Drops signatures and notices at the end of each stretch of the sender's own words.
    fn drop_closings(&self, fates: &mut [Fate]) {
        let before = fates.to_vec();
        for marks_count in [true, false] {
            fates.copy_from_slice(&before);
            for run in own_runs(&before) {
                let texts = self.texts.get(run.clone()).unwrap_or_default();
                let raw: Vec<&str> = self
                    .lines
                    .get(run.clone())
                    .unwrap_or_default()
                    .iter()
                    .map(|line| line.text.as_str())
                    .collect();
                let marks: Vec<bool> = run
                    .clone()
                    .map(|at| marks_count && self.mark(at) == Mark::Signature)
                    .collect();
                let keep = closing::length_without(texts, &raw, &marks);
                for fate in fates.get_mut(run.start + keep..run.end).unwrap_or_default() {
                    *fate = Fate::Dropped;
                }
            }
            // Some write into their signature: then it is what they say.
            if self.has_own_words(fates) {
                return;
            }
        }
    }

    /// Keeps what is quoted between the sender's own words, and nothing else that is quoted.
    fn choose_quotes(&self, fates: &[Fate]) -> Vec<bool> {
        let is_own = |at: &usize| fates.get(*at) == Some(&Fate::Own) && vocabulary::has_words(self.text(*at));
        let is_quoted = |at: &usize| fates.get(*at) == Some(&Fate::Quoted);
        let count = fates.len();
        let (Some(first_own), Some(last_own)) = ((0..count).find(is_own), (0..count).rev().find(is_own)) else {
            return vec![false; count];
        };
        let first_quote = (0..count).find(is_quoted).unwrap_or(count);
        let stands_below = first_quote < first_own && !(first_own..last_own).any(|at| is_quoted(&at));
        // Below a whole message that the program quoted: the answer alone says it. What somebody quoted by hand they meant.
        let is_by_program = stands_below && fates.contains(&Fate::Attribution);
        fates
            .iter()
            .enumerate()
            .map(|(at, fate)| match fate {
                Fate::Own => true,
                Fate::Quoted => at < last_own && !is_by_program,
                Fate::Attribution | Fate::Dropped => false,
            })
            .collect()
    }
}

/// The head of a quoted message: where it ends, and whether the message was handed on.
struct End {
    end: usize,
    is_forward: bool,
}

fn own_runs(fates: &[Fate]) -> Vec<std::ops::Range<usize>> {
    let mut runs = Vec::new();
    let mut start = 0;
    while start < fates.len() {
        let rest = fates.get(start..).unwrap_or_default();
        let length = rest.iter().take_while(|fate| **fate == Fate::Own).count();
        if length > 0 {
            runs.push(start..start + length);
        }
        start += length.max(1);
    }
    runs
}

#[cfg(test)]
mod tests;
