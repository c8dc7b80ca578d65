//! Tables that stay readable on a phone.

use maud::{Markup, html};

/// The head of one column.
#[derive(Debug, Clone, Copy)]
pub struct Column<'a> {
    /// What stands in it.
    pub label: &'a str,
    /// Whether it holds numbers, which line up at their end.
    pub numeric: bool,
    /// Whether the head is only for readers by ear, as over a column of buttons.
    pub unseen: bool,
}

impl<'a> Column<'a> {
    /// A column of words.
    pub fn words(label: &'a str) -> Self {
        Self {
            label,
            numeric: false,
            unseen: false,
        }
    }

    /// A column of numbers.
    pub fn numbers(label: &'a str) -> Self {
        Self {
            label,
            numeric: true,
            unseen: false,
        }
    }

    /// A column whose cells say it all, such as buttons.
    pub fn buttons(label: &'a str) -> Self {
        Self {
            label,
            numeric: false,
            unseen: true,
        }
    }
}

/// A table; its caption is for readers by ear, as a heading stands above it. The first cell of each row names the row. On a phone each row becomes a block.
pub fn table(caption: &str, columns: &[Column<'_>], rows: &[Vec<Markup>]) -> Markup {
    html! {
        table.table {
            caption { span.unseen { (caption) } }
            thead {
                tr {
                    @for column in columns {
                        th.numeric[column.numeric] scope="col" {
                            span.unseen[column.unseen] { (column.label) }
                        }
                    }
                }
            }
            tbody {
                @for row in rows { (table_row(columns, row)) }
            }
        }
    }
}

fn table_row(columns: &[Column<'_>], cells: &[Markup]) -> Markup {
    html! {
        tr {
            @for (place, (column, cell)) in columns.iter().zip(cells).enumerate() {
                @if place == 0 {
                    th scope="row" { (cell) }
                } @else {
                    td.numeric[column.numeric] data-label=[(!column.unseen).then_some(column.label)] { (cell) }
                }
            }
        }
    }
}
