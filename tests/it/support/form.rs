//! A form of a page as a browser would send it.

use std::collections::HashSet;

use scraper::{ElementRef, Html};

use super::page::select;

/// A form with what is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilledForm {
    /// Where it goes.
    pub action: String,
    /// Whether it posts.
    pub is_post: bool,
    /// The names and values that it would send now.
    pub fields: Vec<(String, String)>,
    /// The names of the fields into which people write.
    pub written: Vec<String>,
    /// Where its buttons lead that lead elsewhere, as those of previews do.
    pub ways: Vec<String>,
    known: HashSet<String>,
    buttons: Vec<Button>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Button {
    name: String,
    value: String,
    action: Option<String>,
}

impl FilledForm {
    /// Fills in more; fails when the form has no such field. A button's name and value press that button.
    pub fn with(mut self, fields: &[(&str, &str)]) -> Self {
        for (name, value) in fields {
            if let Some(button) = self
                .buttons
                .iter()
                .find(|button| button.name == *name && button.value == *value)
            {
                self.action = button.action.clone().unwrap_or(self.action);
            } else {
                assert!(
                    self.known.contains(*name),
                    "the form {} has no field {name}: {:?}",
                    self.action,
                    self.known
                );
            }
            self.fields.retain(|(known, _)| known != name);
            self.fields.push(((*name).to_owned(), (*value).to_owned()));
        }
        self
    }

    /// Presses the button that leads there.
    pub fn pressing(mut self, way: &str) -> Self {
        assert!(
            self.ways.iter().any(|known| known == way),
            "{} leads to {:?}",
            self.action,
            self.ways
        );
        self.action = way.to_owned();
        self
    }

    /// Leaves a field out, as an unchecked box is.
    pub fn without(mut self, name: &str) -> Self {
        self.fields.retain(|(known, _)| known != name);
        self
    }

    /// The value that would be sent under a name.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| &**value)
    }
}

/// Reads a form with all fields that belong to it, wherever they stand.
pub(super) fn read(html: &Html, form: ElementRef<'_>, path: &str) -> FilledForm {
    let action = form.attr("action").unwrap_or(path).to_owned();
    let method = form.attr("method").unwrap_or("get");
    let mut filled = FilledForm {
        action,
        is_post: method.eq_ignore_ascii_case("post"),
        fields: Vec::new(),
        written: Vec::new(),
        ways: Vec::new(),
        known: HashSet::new(),
        buttons: Vec::new(),
    };
    let controls = select("input, textarea, select, button");
    let id = form.attr("id");
    let inside = form.select(&controls).filter(|control| control.attr("form").is_none());
    let outside = html
        .select(&controls)
        .filter(|control| id.is_some() && control.attr("form") == id);
    for control in inside.chain(outside) {
        take(&mut filled, control);
    }
    filled
}

fn take(form: &mut FilledForm, control: ElementRef<'_>) {
    form.ways.extend(control.attr("formaction").map(str::to_owned));
    let Some(name) = control.attr("name").filter(|_| control.attr("disabled").is_none()) else {
        return;
    };
    let name = name.to_owned();
    let kind = control.attr("type").unwrap_or_default();
    let value = match (control.value().name(), kind) {
        ("button", _) | ("input", "submit") => {
            let value = control.attr("value").unwrap_or_default().to_owned();
            form.buttons.push(Button {
                name,
                value,
                action: control.attr("formaction").map(str::to_owned),
            });
            return;
        }
        ("input", "checkbox" | "radio") => control
            .attr("checked")
            .map(|_| control.attr("value").unwrap_or("on").to_owned()),
        ("input", _) => Some(control.attr("value").unwrap_or_default().to_owned()),
        ("textarea", _) => Some(control.text().collect()),
        _ => chosen(control),
    };
    // What people do not see is filled by nobody.
    let is_seen = control.attr("tabindex") != Some("-1");
    if is_seen && (control.value().name() == "textarea" || matches!(kind, "text" | "search" | "email" | "password")) {
        form.written.push(name.clone());
    }
    form.known.insert(name.clone());
    form.fields.extend(value.map(|value| (name, value)));
}

fn chosen(list: ElementRef<'_>) -> Option<String> {
    let options = select("option");
    let mut options = list.select(&options);
    let first = options.clone().next();
    let chosen = options.find(|option| option.attr("selected").is_some()).or(first)?;
    Some(
        chosen
            .attr("value")
            .map_or_else(|| chosen.text().collect(), str::to_owned),
    )
}
