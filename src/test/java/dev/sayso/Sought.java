package dev.sayso;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
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
	 * Those of this very name, then those whose name contains it, in one question: to ask
	 * each element of a long list takes seconds. A card is called as its heading, though
	 * nothing ties the two together; what only stands there without scripts is not always
	 * among the names, and is called as it reads.
	 */
	private static final String CALLED = """
			const [part, css, name] = arguments;
			const flat = text => (text ?? '').replace(/\\s+/g, ' ').trim();
			const called = element => flat(element.computedName)
				|| flat((element.closest('noscript') ? element : element.querySelector('h1, h2, h3'))?.innerText);
			const named = [...(part ?? document).querySelectorAll(css)].map(element => [element, called(element)]);
			const very = named.filter(([, own]) => own === name);
			return [...very, ...named.filter(([, own]) => own !== name && own.includes(name))].map(([element]) => element);
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
	 * The element of this very name, else the first whose name contains it.
	 */
	WebElement find(String css, String name, Predicate<WebElement> which) {
		return await(name, () -> now(css, name, which));
	}

	/**
	 * The same as far as it is there just now; null while it is not.
	 */
	@Nullable WebElement now(String css, String name, Predicate<WebElement> which) {
		Object part = (this.scope.get() instanceof WebElement element) ? element : null;
		Object called = Objects.requireNonNull(this.driver.executeScript(CALLED, part, css, name));
		return ((List<?>) called).stream().map(WebElement.class::cast).filter(which).findFirst().orElse(null);
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
