//! A calculator for printed arithmetic. Shares nothing with the planner: it knows the signs on the page and no more.

/// What a text comes to; `None` where it is no arithmetic.
pub(crate) fn calculate(text: &str) -> Option<f64> {
    let mut calculator = Calculator {
        rest: text.chars().filter(|c| !c.is_whitespace()).collect(),
        at: 0,
    };
    let found = calculator.either()?;
    (calculator.at == calculator.rest.len()).then_some(found)
}

/// Holds or does not hold between two numbers.
type Compares = fn(f64, f64) -> bool;

struct Calculator {
    rest: Vec<char>,
    at: usize,
}

impl Calculator {
    fn accept(&mut self, sign: &str) -> bool {
        let signs: Vec<char> = sign.chars().collect();
        let is_next = self.rest[self.at..].starts_with(&signs);
        if is_next {
            self.at += signs.len();
        }
        is_next
    }

    fn either(&mut self) -> Option<f64> {
        let mut left = self.both()?;
        while self.accept("或") {
            let right = self.both()?;
            left = f64::from(left != 0.0 || right != 0.0);
        }
        Some(left)
    }

    fn both(&mut self) -> Option<f64> {
        let mut left = self.compared()?;
        while self.accept("且") {
            let right = self.compared()?;
            left = f64::from(left != 0.0 && right != 0.0);
        }
        Some(left)
    }

    fn compared(&mut self) -> Option<f64> {
        let left = self.sum()?;
        let signs: [(&str, Compares); 6] = [
            ("≥", |a, b| a >= b),
            ("≤", |a, b| a <= b),
            ("≠", |a, b| a != b),
            (">", |a, b| a > b),
            ("<", |a, b| a < b),
            ("=", |a, b| a == b),
        ];
        for (sign, holds) in signs {
            if self.accept(sign) {
                return Some(f64::from(holds(left, self.sum()?)));
            }
        }
        Some(left)
    }

    fn sum(&mut self) -> Option<f64> {
        let mut left = self.product()?;
        loop {
            if self.accept("+") {
                left += self.product()?;
            } else if self.accept("−") {
                left -= self.product()?;
            } else {
                return Some(left);
            }
        }
    }

    fn product(&mut self) -> Option<f64> {
        let mut left = self.signed()?;
        loop {
            if self.accept("×") {
                left *= self.signed()?;
            } else if self.accept("÷") {
                left /= self.signed()?;
            } else {
                return Some(left);
            }
        }
    }

    fn signed(&mut self) -> Option<f64> {
        if self.accept("−") {
            return Some(-self.signed()?);
        }
        let base = self.atom()?;
        if self.accept("^") {
            return Some(base.powf(self.signed()?));
        }
        Some(base)
    }

    fn atom(&mut self) -> Option<f64> {
        if self.accept("(") {
            let inside = self.either()?;
            return self.accept(")").then_some(inside);
        }
        if self.accept("|") {
            let inside = self.either()?;
            return self.accept("|").then_some(inside.abs());
        }
        for name in ["取小", "取大", "若", "个数", "四舍五入", "非"] {
            if self.accept(name) {
                let given = self.given()?;
                return Some(match name {
                    "取小" => given.iter().copied().fold(f64::INFINITY, f64::min),
                    "取大" => given.iter().copied().fold(f64::NEG_INFINITY, f64::max),
                    "若" => given[if given[0] == 0.0 { 2 } else { 1 }],
                    "个数" => given.iter().sum(),
                    "四舍五入" => (given[0] / given[1]).round() * given[1],
                    _ => 1.0 - given[0],
                });
            }
        }
        self.number()
    }

    fn given(&mut self) -> Option<Vec<f64>> {
        self.accept("(").then_some(())?;
        let mut given = vec![self.either()?];
        while self.accept(";") {
            given.push(self.either()?);
        }
        self.accept(")").then_some(given)
    }

    fn number(&mut self) -> Option<f64> {
        let digits: String = self.rest[self.at..]
            .iter()
            .take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
            .collect();
        self.at += digits.len();
        let value: f64 = digits.replace(',', "").parse().ok()?;
        if self.accept("%") || self.accept("百分点") || self.accept("pp") {
            return Some(value / 100.0);
        }
        Some(value)
    }
}
