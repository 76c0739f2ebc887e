package dev.sayso;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

	private static final String MENTIONING = """
			const [part, css, name] = arguments;
			const flat = text => (text ?? '').replace(/\\s+/g, ' ');
			const named = element => (element.getAttribute('aria-labelledby') ?? '').split(' ')
				.map(id => document.getElementById(id)?.textContent);
			const words = element => flat([element.textContent, element.value, element.title, element.placeholder,
				element.getAttribute('aria-label'), ...named(element),
				...[...element.labels ?? []].map(label => label.textContent)].join(' '));
			return [...(part ?? document).querySelectorAll(css)].filter(element => words(element).includes(flat(name)));
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
		List<WebElement> candidates = mentioning(css, name).stream().filter(which).toList();
		return candidates.stream()
			.filter((element) -> name(element).equals(name))
			.findFirst()
			.or(() -> candidates.stream().filter((element) -> name(element).contains(name)).findFirst())
			.orElse(null);
	}

	/**
	 * The few of these elements whose name can be this one, in one question, because to
	 * ask each element of a long list for its name takes seconds.
	 */
	private List<WebElement> mentioning(String css, String name) {
		Object part = (this.scope.get() instanceof WebElement element) ? element : null;
		Object found = this.driver.executeScript(MENTIONING, part, css, name);
		return ((List<?>) Objects.requireNonNull(found)).stream().map(WebElement.class::cast).toList();
	}

	/**
	 * A card is called as its heading, though nothing ties the two together.
	 */
	private static String name(WebElement element) {
		String told = Optional.ofNullable(element.getAccessibleName()).orElse("").strip();
		return !told.isEmpty() ? told
				: element.findElements(By.cssSelector("h1, h2, h3"))
					.stream()
					.findFirst()
					.map(WebElement::getText)
					.orElse("");
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
