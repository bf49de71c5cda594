//! Files that give no text, in words.

use super::{Message, json};
use crate::engine::json::JsonProblem;
use crate::engine::lang::Lang;

/// Why a file gives no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoText {
    /// It is larger than a plan may be.
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
        /// Bytes allowed.
        limit: usize,
    },
    /// It is no text in UTF-8.
    NotUtf8,
    /// It is gone, a folder, or not for this user.
    Unreadable,
}

/// It in words.
pub fn no_text(cause: NoText, lang: Lang) -> Message {
    match cause {
        NoText::TooLarge { bytes, limit } => {
            json::message(&JsonProblem::TooLarge { bytes, limit }, lang)
        }
        NoText::NotUtf8 => Message::new(
            lang.pick("文件不是 UTF-8 编码的文本", "The file is not text in UTF-8"),
            lang.pick(
                "规划是 JSON 文本：在文本编辑器中另存为 UTF-8；Word、Excel、PDF 和图片不能打开",
                "A plan is JSON text: save it as UTF-8 in a text editor. Word, Excel, PDF and pictures cannot be opened",
            ),
        ),
        NoText::Unreadable => Message::new(
            lang.pick("文件无法读取", "The file could not be read"),
            lang.pick(
                "它可能已被移动或删除，或没有权限；文件夹不能打开",
                "It may have been moved or deleted, or you may not have access. Folders cannot be opened",
            ),
        ),
    }
}
