//! Places for labels: near what they name, inside the chart, off the lines and off each other. Pure geometry in device
//! pixels; a label that finds no place of its own is left out rather than printed over another.

/// A rectangle; `left <= right`, `top <= bottom`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rect {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Rect {
    pub fn around(x: f64, y: f64, half_width: f64, half_height: f64) -> Self {
        Self {
            left: x - half_width,
            top: y - half_height,
            right: x + half_width,
            bottom: y + half_height,
        }
    }

    fn area(self) -> f64 {
        (self.right - self.left) * (self.bottom - self.top)
    }

    fn overlap(self, other: Self) -> f64 {
        let width = self.right.min(other.right) - self.left.max(other.left);
        let height = self.bottom.min(other.bottom) - self.top.max(other.top);
        width.max(0.0) * height.max(0.0)
    }

    fn is_within(self, other: Self) -> bool {
        self.left >= other.left
            && self.right <= other.right
            && self.top >= other.top
            && self.bottom <= other.bottom
    }
}

/// A line from one place to another.
pub(super) type Segment = [(f64, f64); 2];

/// A label that wants a place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Request {
    /// What it names.
    pub anchor: Rect,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// Distance it keeps.
    pub gap: f64,
    /// Where it would rather be.
    pub side: Side,
}

/// Where a label would rather be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Above,
    Below,
}

/// What labels keep off.
#[derive(Debug, Clone, Default)]
pub(super) struct Obstacles {
    pub lines: Vec<Segment>,
    pub boxes: Vec<Rect>,
}

/// One place per request, the first ones being the most important.
pub(super) fn place(
    requests: &[Request],
    obstacles: &Obstacles,
    bounds: Rect,
) -> Vec<Option<Rect>> {
    let mut placed: Vec<Option<Rect>> = vec![None; requests.len()];
    // The first round knows only the more important labels; the second lets everyone make room.
    for _ in 0..2 {
        for (i, request) in requests.iter().enumerate() {
            placed[i] = None;
            let others: Vec<Rect> = placed.iter().copied().flatten().collect();
            placed[i] = best(request, obstacles, &others, bounds);
        }
    }
    for i in (0..placed.len()).rev() {
        let Some(rect) = placed[i] else { continue };
        if placed[..i].iter().flatten().any(|o| rect.overlap(*o) > 0.0) {
            placed[i] = None;
        }
    }
    placed
}

fn best(request: &Request, obstacles: &Obstacles, others: &[Rect], bounds: Rect) -> Option<Rect> {
    candidates(request)
        .filter(|rect| rect.is_within(bounds))
        .enumerate()
        .map(|(rank, rect)| (cost(rect, obstacles, others) + rank as f64 * RANK, rect))
        .min_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, rect)| rect)
}

/// Weights of what is wrong with a place: a covered label is unreadable, a crossed one ugly, a distant one unclear.
const COVERED: f64 = 1000.0;
const BOXED: f64 = 40.0;
const CROSSED: f64 = 20.0;
const RANK: f64 = 0.25;

fn cost(rect: Rect, obstacles: &Obstacles, others: &[Rect]) -> f64 {
    let share = |others: &[Rect]| -> f64 {
        let overlaps = others.iter().map(|o| rect.overlap(*o));
        overlaps.sum::<f64>() / rect.area()
    };
    let crossed = obstacles
        .lines
        .iter()
        .filter(|s| crosses(**s, rect))
        .count();
    COVERED * share(others) + BOXED * share(&obstacles.boxes) + CROSSED * crossed as f64
}

/// Places around the anchor, the preferred ones first, then the same farther away.
fn candidates(request: &Request) -> impl Iterator<Item = Rect> {
    let Request {
        anchor,
        width,
        height,
        gap,
        side,
    } = *request;
    let center = f64::midpoint(anchor.left, anchor.right);
    let level = f64::midpoint(anchor.top, anchor.bottom);
    [1.0, 2.5, 4.5, 7.0].into_iter().flat_map(move |distance| {
        let gap = gap * distance;
        let above = anchor.top - gap - height;
        let below = anchor.bottom + gap;
        let beside = level - height / 2.0;
        let (first, second) = match side {
            Side::Above => (above, below),
            Side::Below => (below, above),
        };
        let rows = [first, beside, second];
        let columns = move |row: usize| match row {
            1 => [anchor.right + gap, anchor.left - gap - width, f64::NAN],
            _ => [center - width / 2.0, anchor.right - width, anchor.left],
        };
        rows.into_iter().enumerate().flat_map(move |(row, top)| {
            let lefts = columns(row).into_iter().filter(|left| left.is_finite());
            lefts.map(move |left| Rect {
                left,
                top,
                right: left + width,
                bottom: top + height,
            })
        })
    })
}

/// Whether a segment enters a rectangle (Liang and Barsky's parametric clipping).
fn crosses([(x0, y0), (x1, y1)]: Segment, rect: Rect) -> bool {
    let (dx, dy) = (x1 - x0, y1 - y0);
    let mut enter = 0.0_f64;
    let mut leave = 1.0_f64;
    for (direction, distance) in [
        (-dx, x0 - rect.left),
        (dx, rect.right - x0),
        (-dy, y0 - rect.top),
        (dy, rect.bottom - y0),
    ] {
        if direction == 0.0 {
            if distance < 0.0 {
                return false;
            }
        } else if direction < 0.0 {
            enter = enter.max(distance / direction);
        } else {
            leave = leave.min(distance / direction);
        }
    }
    enter <= leave
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: Rect = Rect {
        left: 0.0,
        top: 0.0,
        right: 400.0,
        bottom: 200.0,
    };

    fn request(x: f64, y: f64) -> Request {
        Request {
            anchor: Rect::around(x, y, 12.0, 1.0),
            width: 60.0,
            height: 16.0,
            gap: 4.0,
            side: Side::Above,
        }
    }

    #[test]
    fn a_segment_crosses_a_box_or_not() {
        let rect = Rect::around(50.0, 50.0, 10.0, 10.0);
        for (segment, expected) in [
            ([(0.0, 50.0), (100.0, 50.0)], true),
            ([(0.0, 0.0), (100.0, 100.0)], true),
            ([(45.0, 45.0), (46.0, 46.0)], true),
            ([(0.0, 39.0), (100.0, 39.0)], false),
            ([(0.0, 0.0), (30.0, 30.0)], false),
            ([(61.0, 0.0), (61.0, 100.0)], false),
            ([(0.0, 70.0), (70.0, 0.0)], false),
        ] {
            assert_eq!(crosses(segment, rect), expected, "{segment:?}");
        }
    }

    #[test]
    fn a_free_label_stands_centred_on_its_side() {
        let placed = place(&[request(200.0, 100.0)], &Obstacles::default(), BOUNDS);
        assert_eq!(
            placed,
            [Some(Rect {
                left: 170.0,
                top: 79.0,
                right: 230.0,
                bottom: 95.0
            })]
        );
    }

    #[test]
    fn labels_avoid_lines_and_edges() {
        let rising = Obstacles {
            lines: vec![[(0.0, 190.0), (400.0, 10.0)]],
            boxes: Vec::new(),
        };
        for x in [5.0, 60.0, 200.0, 330.0, 395.0] {
            let y = 190.0 - x * 0.45;
            let rect = place(&[request(x, y)], &rising, BOUNDS)[0].unwrap();
            assert!(rect.is_within(BOUNDS), "{rect:?}");
            assert!(!crosses(rising.lines[0], rect), "{rect:?}");
        }
    }

    #[test]
    fn labels_of_near_marks_do_not_cover_each_other() {
        let requests: Vec<_> = (0..5)
            .map(|i| request(150.0 + 25.0 * f64::from(i), 100.0))
            .collect();
        let placed = place(&requests, &Obstacles::default(), BOUNDS);
        let rects: Vec<Rect> = placed.into_iter().flatten().collect();
        assert_eq!(rects.len(), 5);
        for (i, a) in rects.iter().enumerate() {
            assert!(rects[..i].iter().all(|b| a.overlap(*b) == 0.0), "{rects:?}");
        }
    }

    #[test]
    fn without_room_the_less_important_label_is_left_out() {
        let narrow = Rect {
            right: 70.0,
            bottom: 44.0,
            ..BOUNDS
        };
        let requests = [request(35.0, 22.0); 4];
        let placed = place(&requests, &Obstacles::default(), narrow);
        let found: Vec<bool> = placed.iter().map(Option::is_some).collect();
        assert_eq!(found, [true, true, false, false]);
    }
}
