package dev.sayso;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Finds things on a page, or on a part of it, by the names that assistive techniques
 * tell, and waits for them.
 */
class Sought {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final WebDriver driver;

	private final Supplier<SearchContext> scope;

	Sought(WebDriver driver, Supplier<SearchContext> scope) {
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
		return await(name, () -> {
			List<WebElement> candidates = this.scope.get()
				.findElements(By.cssSelector(css))
				.stream()
				.filter(which)
				.toList();
			return candidates.stream()
				.filter((element) -> name(element).equals(name))
				.findFirst()
				.or(() -> candidates.stream().filter((element) -> name(element).contains(name)).findFirst())
				.orElse(null);
		});
	}

	private static String name(WebElement element) {
		return Optional.ofNullable(element.getAccessibleName()).orElse("").strip();
	}

	<T> T await(String what, Supplier<@Nullable T> condition) {
		T found = new WebDriverWait(this.driver, PATIENCE, Duration.ofMillis(50))
			.ignoring(StaleElementReferenceException.class)
			.withMessage(() -> what + " – on " + this.driver.getCurrentUrl() + ":\n"
					+ this.driver.findElement(By.tagName("body")).getText())
			.until((any) -> condition.get());
		return java.util.Objects.requireNonNull(found);
	}

}
