//! The languages that people post.

use super::languages::{Kind, Language, Text};

const fn text(sign: &'static str) -> Text {
    Text {
        open: sign,
        close: sign,
        escapes: true,
        spans_lines: false,
        is_character: false,
    }
}

const fn long(sign: &'static str) -> Text {
    Text {
        spans_lines: true,
        ..text(sign)
    }
}

const fn verbatim(open: &'static str, close: &'static str) -> Text {
    Text {
        open,
        close,
        escapes: false,
        spans_lines: true,
        is_character: false,
    }
}

const CHARACTER: Text = Text {
    is_character: true,
    ..text("'")
};
const BOTH: &[Text] = &[text("\""), text("'")];
const SLASHES: &[&str] = &["//"];
const HASH: &[&str] = &["#"];
const STARS: &[(&str, &str)] = &[("/*", "*/")];

const PLAIN: Language = Language {
    names: &[],
    kind: Kind::Words,
    line_comments: &[],
    block_comments: &[],
    texts: BOTH,
    keywords: "",
    constants: "true false null",
    ignores_case: false,
    has_types: false,
    word_signs: "",
    sigils: "",
    keys: None,
    keys_are_texts: false,
};

/// What C handed down.
const CURLY: Language = Language {
    line_comments: SLASHES,
    block_comments: STARS,
    texts: &[text("\""), CHARACTER],
    has_types: true,
    ..PLAIN
};

const SCRIPT: Language = Language {
    texts: &[text("\""), text("'"), long("`")],
    constants: "true false null undefined NaN Infinity",
    keywords: "as async await break case catch class const continue debugger default delete do else export extends finally for from function get if import in instanceof let new of return set static super switch this throw try typeof var void while with yield abstract declare enum implements interface is keyof namespace never private protected public readonly satisfies type unknown any boolean number string",
    word_signs: "$",
    sigils: "@",
    ..CURLY
};

/// All languages; the first that has a name answers to it.
pub(super) const LANGUAGES: &[Language] = &[
    Language {
        names: &[
            "javascript",
            "js",
            "jsx",
            "mjs",
            "cjs",
            "node",
            "typescript",
            "ts",
            "tsx",
            "vue",
        ],
        ..SCRIPT
    },
    Language {
        names: &["json", "jsonc", "json5", "geojson"],
        line_comments: SLASHES,
        block_comments: STARS,
        keys: Some(':'),
        keys_are_texts: true,
        ..PLAIN
    },
    Language {
        names: &[
            "bash",
            "sh",
            "shell",
            "zsh",
            "console",
            "terminal",
            "fish",
            "ksh",
            "shell-session",
        ],
        line_comments: &["# ", "#!"],
        texts: &[long("\""), verbatim("'", "'")],
        keywords: "if then else elif fi for while until do done case esac in function return exit export local set unset source alias sudo echo cd eval exec trap readonly shift",
        constants: "true false",
        word_signs: "-",
        sigils: "$",
        ..PLAIN
    },
    Language {
        names: &["python", "py", "python3", "pycon"],
        line_comments: HASH,
        texts: &[long("\"\"\""), long("'''"), text("\""), text("'")],
        keywords: "and as assert async await break case class continue def del elif else except finally for from global if import in is lambda match nonlocal not or pass raise return try while with yield self",
        constants: "True False None",
        has_types: true,
        sigils: "@",
        ..PLAIN
    },
    Language {
        names: &["rust", "rs"],
        texts: &[verbatim("r#\"", "\"#"), long("\""), CHARACTER],
        keywords: "as async await break const continue crate dyn else enum extern fn for if impl in let loop match mod move mut pub ref return self Self static struct super trait type union unsafe use where while bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize",
        constants: "true false None Some Ok Err",
        ..CURLY
    },
    Language {
        names: &["haskell", "hs", "plutus", "purescript", "elm"],
        line_comments: &["--"],
        block_comments: &[("{-", "-}")],
        texts: &[text("\""), CHARACTER],
        keywords: "case class data default deriving do else family forall foreign if import in infix infixl infixr instance let module newtype of qualified hiding as then type where",
        constants: "True False Nothing",
        has_types: true,
        word_signs: "'",
        ..PLAIN
    },
    Language {
        names: &[
            "c",
            "h",
            "cpp",
            "c++",
            "cc",
            "cxx",
            "hpp",
            "objective-c",
            "objc",
            "arduino",
            "ino",
            "glsl",
        ],
        keywords: "alignas alignof auto break case catch class concept const consteval constexpr constinit continue co_await co_return co_yield decltype default delete do else enum explicit export extern final for friend goto if inline mutable namespace new noexcept operator override private protected public register requires restrict return sizeof static struct switch template this throw try typedef typename union using virtual volatile while bool char double float int long short signed unsigned void size_t int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t",
        constants: "true false NULL nullptr",
        sigils: "#",
        has_types: false,
        ..CURLY
    },
    Language {
        names: &[
            "csharp", "cs", "c#", "java", "kotlin", "kt", "scala", "groovy", "gradle", "dart",
        ],
        texts: &[long("\"\"\""), text("\""), text("'")],
        keywords: "abstract as assert async await base break by case catch class companion const continue data def default delegate do else enum event extends extension external final finally fixed for foreach fun get goto if implements import in init inner interface internal is lateinit lazy lock match native new object of open operator out override package params private protected public readonly record ref required return sealed set static struct super suspend switch synchronized this throw throws trait transient try type typealias typeof using val var virtual void volatile when where while with yield bool boolean byte char decimal double float int long object sbyte short string uint ulong ushort",
        sigils: "@",
        ..CURLY
    },
    Language {
        names: &["swift"],
        texts: &[long("\"\"\""), text("\"")],
        keywords: "actor any as associatedtype async await break case catch class continue default defer deinit do else enum extension fallthrough fileprivate final for func guard if import in init inout internal is lazy let mutating nonisolated open operator override private protocol public repeat rethrows return self Self some static struct subscript super switch throw throws try typealias unowned var weak where while",
        constants: "true false nil",
        sigils: "@#",
        ..CURLY
    },
    Language {
        names: &["go", "golang"],
        texts: &[text("\""), verbatim("`", "`"), CHARACTER],
        keywords: "break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var any bool byte complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16 uint32 uint64 uintptr",
        constants: "true false nil iota",
        ..CURLY
    },
    Language {
        names: &["solidity", "sol", "aiken", "move", "zig", "nim", "v"],
        texts: BOTH,
        keywords: "address anonymous as assembly bool break bytes calldata const constant constructor continue contract const delete do else emit enum error event expect external fallback fn fun for function if import immutable indexed interface internal is let library mapping memory modifier module new opaque override payable pragma private pub public pure receive return returns revert storage string struct test todo trace try type uint unchecked use using validator var view virtual when while int int256 uint8 uint256 bytes32",
        constants: "true false True False None Some",
        ..CURLY
    },
    Language {
        names: &["ruby", "rb", "crystal", "elixir", "ex", "exs"],
        line_comments: HASH,
        keywords: "alias and begin break case class def defined? defp defmodule do else elsif end ensure fn for if import in module next not or private protected public redo rescue require retry return self super then undef unless until use when while with yield",
        constants: "true false nil",
        has_types: true,
        word_signs: "?!",
        sigils: "@$",
        ..PLAIN
    },
    Language {
        names: &["php"],
        line_comments: &["//", "# "],
        texts: BOTH,
        keywords: "abstract and array as break callable case catch class clone const continue declare default do echo else elseif empty enum extends final finally fn for foreach function global goto if implements include include_once instanceof interface isset list match namespace new or print private protected public readonly require require_once return static switch throw trait try unset use var while xor yield int float string bool mixed void",
        constants: "true false null TRUE FALSE NULL",
        sigils: "$",
        ..CURLY
    },
    Language {
        names: &["perl", "pl", "r", "julia", "jl", "awk", "tcl"],
        line_comments: HASH,
        keywords: "and begin break do else elseif elsif end export for foreach function global if import in last library let local macro module my next no not or our package print proc repeat require return struct sub then unless until use using while",
        constants: "true false TRUE FALSE NULL NA undef nothing",
        sigils: "$@",
        ..PLAIN
    },
    Language {
        names: &["lua"],
        line_comments: &["--"],
        texts: &[text("\""), text("'"), verbatim("[[", "]]")],
        keywords: "and break do else elseif end for function goto if in local not or repeat return then until while",
        constants: "true false nil",
        ..PLAIN
    },
    Language {
        names: &[
            "sql",
            "mysql",
            "postgresql",
            "postgres",
            "pgsql",
            "sqlite",
            "plsql",
            "tsql",
        ],
        line_comments: &["--"],
        block_comments: STARS,
        texts: &[verbatim("'", "'"), text("\""), text("`")],
        keywords: "add all alter analyze and as asc begin between by cascade case check column commit constraint create cross database default delete desc distinct drop else end exists explain foreign from full function grant group having if ilike in index inner insert into is join key lateral left like limit not null offset on or order outer over partition primary procedure references returning revoke right rollback select set table then to transaction trigger truncate union unique update using vacuum values view when where with bigint boolean char date decimal double float int integer interval json jsonb numeric real serial smallint text timestamp uuid varchar",
        constants: "true false",
        ignores_case: true,
        ..PLAIN
    },
    Language {
        names: &["powershell", "ps1", "pwsh"],
        line_comments: HASH,
        block_comments: &[("<#", "#>")],
        texts: &[
            Text {
                escapes: false,
                ..text("\"")
            },
            Text {
                escapes: false,
                ..text("'")
            },
        ],
        keywords: "begin break catch class continue do else elseif end exit filter finally for foreach from function if in param process return switch throw trap try until using while",
        constants: "",
        ignores_case: true,
        word_signs: "-",
        sigils: "$",
        ..PLAIN
    },
    Language {
        names: &["bat", "cmd", "batch", "dos"],
        line_comments: &["::", "rem ", "REM "],
        texts: &[Text {
            escapes: false,
            ..text("\"")
        }],
        keywords: "call cd copy del do echo else exit for goto if in mkdir move not off on pause ren rmdir set setlocal start",
        constants: "",
        ignores_case: true,
        sigils: "%",
        ..PLAIN
    },
    Language {
        names: &["css", "scss", "sass", "less"],
        line_comments: &["// "],
        block_comments: STARS,
        constants: "auto none inherit initial unset",
        keywords: "and not or from to important",
        word_signs: "-",
        sigils: "@$#.",
        keys: Some(':'),
        ..PLAIN
    },
    Language {
        names: &["yaml", "yml"],
        line_comments: HASH,
        constants: "true false null yes no on off",
        word_signs: "-./",
        sigils: "&*",
        keys: Some(':'),
        ..PLAIN
    },
    Language {
        names: &[
            "toml",
            "ini",
            "conf",
            "cfg",
            "properties",
            "env",
            "dotenv",
            "editorconfig",
            "systemd",
        ],
        line_comments: &["#", ";"],
        texts: &[long("\"\"\""), text("\""), text("'")],
        constants: "true false yes no on off",
        word_signs: "-.",
        sigils: "$",
        keys: Some('='),
        ..PLAIN
    },
    Language {
        names: &[
            "dockerfile",
            "docker",
            "containerfile",
            "makefile",
            "make",
            "nginx",
            "caddyfile",
            "apache",
            "cmake",
        ],
        line_comments: HASH,
        keywords: "FROM RUN CMD LABEL EXPOSE ENV ADD COPY ENTRYPOINT VOLUME USER WORKDIR ARG ONBUILD STOPSIGNAL HEALTHCHECK SHELL AS include ifeq ifneq ifdef ifndef else endif define endef server location listen root upstream proxy_pass server_name ssl_certificate",
        constants: "on off",
        word_signs: "-",
        sigils: "$",
        keys: Some(':'),
        ..PLAIN
    },
    Language {
        names: &[
            "nix",
            "hcl",
            "terraform",
            "tf",
            "graphql",
            "gql",
            "protobuf",
            "proto",
            "prisma",
        ],
        line_comments: &["#", "//"],
        block_comments: STARS,
        texts: &[verbatim("''", "''"), verbatim("\"\"\"", "\"\"\""), text("\"")],
        keywords: "assert else enum extend fragment if implements import in inherit input interface let message mutation oneof package query rec repeated resource data variable output provider module locals rpc scalar schema service subscription syntax then type union with",
        has_types: true,
        word_signs: "-",
        sigils: "$@",
        ..PLAIN
    },
    Language {
        names: &["lisp", "clojure", "clj", "scheme", "racket", "elisp", "edn"],
        line_comments: &[";"],
        texts: &[long("\"")],
        keywords: "and begin case cond def define defmacro defn defun defvar do fn if lambda let let* letrec loop ns or quote recur require set! setq when unless",
        constants: "true false nil t",
        word_signs: "-*!?+/<>=",
        sigils: ":",
        ..PLAIN
    },
    Language {
        names: &["ocaml", "ml", "fsharp", "fs", "f#", "erlang", "erl", "prolog"],
        line_comments: &["//", "%"],
        block_comments: &[("(*", "*)")],
        texts: &[text("\""), CHARACTER],
        keywords: "and as begin case class do done downto else end exception external for fun function functor if in include inherit initializer lazy let match member method module mutable new nonrec object of open or private rec receive sig struct then to try type val virtual when while with after",
        has_types: true,
        ..PLAIN
    },
    Language {
        names: &["html", "xml", "svg", "xhtml", "xsl", "rss", "atom", "svelte"],
        kind: Kind::Markup,
        ..PLAIN
    },
    Language {
        names: &["diff", "patch"],
        kind: Kind::Difference,
        ..PLAIN
    },
];
