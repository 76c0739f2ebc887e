package dev.sayso;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Finds things on a page, or on a part of it, by the names that assistive techniques
 * tell, and waits for them.
 */
class Sought {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	/**
	 * The one of this very name, else the first whose name contains it, in one question:
	 * to ask each element of a long list takes seconds. Names are told of those that have
	 * these words about them, which is found out faster, and of all where none has. A
	 * card is called as its heading, though nothing ties the two together; what only
	 * stands there without scripts is not always among the names, and is called as it
	 * reads.
	 */
	private static final String CALLED = """
			const [part, css, name, hidden] = arguments;
			const flat = text => (text ?? '').replace(/\\s+/g, ' ').trim();
			const called = element => flat(element.computedName)
				|| flat((element.closest('noscript') ? element : element.querySelector('h1, h2, h3'))?.innerText);
			const about = element => flat([element.textContent, ...element.getAttributeNames().map(at => element.getAttribute(at)),
				...[...(element.labels ?? []), ...(element.ariaLabelledByElements ?? [])].map(label => label.textContent)]
				.join(' ')).includes(name);
			const shown = element => hidden
				|| (element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.getClientRects().length > 0);
			const search = elements => {
				let like = null;
				for (const element of elements) {
					const own = called(element);
					if (own.includes(name) && (own === name || !like) && shown(element)) {
						if (own === name) return element;
						like = element;
					}
				}
				return like;
			};
			const all = [...(part ?? document).querySelectorAll(css)];
			return search(all.filter(about)) ?? search(all);
			""";

	private final ChromeDriver driver;

	private final Supplier<SearchContext> scope;

	Sought(ChromeDriver driver, Supplier<SearchContext> scope) {
		this.driver = driver;
		this.scope = scope;
	}

	SearchContext scope() {
		return this.scope.get();
	}

	/**
	 * The element of this very name that can be seen, else the first whose name contains
	 * it.
	 */
	WebElement find(String css, String name) {
		return await(name, () -> now(css, name, false));
	}

	/**
	 * The same whether it can be seen or not: what is drawn in the place of a box or of a
	 * file's field, say.
	 */
	WebElement findHidden(String css, String name) {
		return await(name, () -> now(css, name, true));
	}

	/**
	 * The same as far as it is there just now; null while it is not.
	 */
	@Nullable WebElement now(String css, String name, boolean hidden) {
		Object part = (this.scope.get() instanceof WebElement element) ? element : null;
		return (WebElement) this.driver.executeScript(CALLED, part, css, name, hidden);
	}

	/**
	 * Asks again until it is so; a page that changes while it is read makes the browser
	 * fail in more ways than one.
	 */
	<T> T await(String what, Supplier<@Nullable T> condition) {
		T found = new WebDriverWait(this.driver, PATIENCE, Duration.ofMillis(50)).ignoring(WebDriverException.class)
			.withMessage(() -> what + " – on " + this.driver.getCurrentUrl() + ":\n"
					+ this.driver.findElement(By.tagName("body")).getText())
			.until((any) -> condition.get());
		return Objects.requireNonNull(found);
	}

}
