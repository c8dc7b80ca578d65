//! Letters as mail programs and servers see them.

mod ids;
