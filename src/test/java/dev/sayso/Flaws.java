package dev.sayso;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.stream.Stream;

import com.deque.html.axecore.selenium.AxeBuilder;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/**
 * What is wrong with a page whatever it is about, so that nobody has to look for it by
 * eye.
 */
final class Flaws {

	private static final String AXE = script();

	private static final String BARRIERS = """
			const done = arguments[arguments.length - 1];
			const frame = arguments[0] ? [] : [['.side'], ['.top']].filter(([part]) => document.querySelector(part));
			axe.run(frame.length ? { exclude: frame } : document, { iframes: false, resultTypes: ['violations'], selectors: false, preload: false })
				.then(found => done(found.violations.map(rule =>
					rule.id + ' (' + rule.help + '): ' + rule.nodes.map(node => node.html + ' ' + node.failureSummary).join(' | '))))
				.catch(failure => done(['axe failed: ' + failure]));
			""";

	private static final String OVERFLOW = """
			const width = window.innerWidth;
			const page = document.scrollingElement;
			if (page.scrollWidth <= width) return [];
			const out = [...document.body.querySelectorAll('*')]
				.filter(element => element.getBoundingClientRect().right > width + 1)
				.map(element => element.outerHTML.slice(0, 160));
			return ['wider than ' + width + ': ' + page.scrollWidth + ' ' + out.slice(0, 5).join(' | ')];
			""";

	/**
	 * What takes focus shows it: itself, or what it stands in, gets a ring of two pixels
	 * that was not there before.
	 */
	private static final String FOCUS = """
			const near = element => [element, element.parentElement, element.parentElement?.parentElement].filter(Boolean);
			const ring = element => { const style = getComputedStyle(element);
				return style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2 ? ''
					: [style.outlineStyle, style.outlineColor, style.outlineWidth, style.outlineOffset].join(' '); };
			const unseen = [];
			document.activeElement.blur();
			const part = (!arguments[0] && document.querySelector('#content')) || document;
			for (const element of part.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')) {
				if (element.disabled || element.tabIndex < 0 || !element.checkVisibility({ visibilityProperty: true })) continue;
				const before = near(element).map(ring);
				element.focus({ preventScroll: true });
				if (document.activeElement !== element) continue;
				if (!near(element).some((each, index) => ring(each) && ring(each) !== before[index]))
					unseen.push('no focus to be seen: ' + element.outerHTML.slice(0, 160));
				element.blur();
			}
			return unseen;
			""";

	private Flaws() {
	}

	/**
	 * Somebody shut out, a page wider than its window, focus that nobody sees, or
	 * something the browser complains of.
	 * @param framed whether to look at what stands around every page of the console, too
	 */
	static List<String> of(ChromeDriver driver, boolean framed) {
		return Stream.of(barriers(driver, framed), overflow(driver), unseenFocus(driver, framed), complaints(driver))
			.flatMap(List::stream)
			.toList();
	}

	/**
	 * Where the page shuts somebody out.
	 */
	static List<String> barriers(ChromeDriver driver, boolean framed) {
		if (Boolean.TRUE.equals(driver.executeScript("return window.axe === undefined"))) {
			driver.executeScript(AXE);
		}
		return strings(driver.executeAsyncScript(BARRIERS, framed));
	}

	static List<String> unseenFocus(ChromeDriver driver, boolean framed) {
		return strings(driver.executeScript(FOCUS, framed));
	}

	private static List<String> overflow(ChromeDriver driver) {
		return strings(driver.executeScript(OVERFLOW));
	}

	/**
	 * Scripts that failed, files that are missing, what the security policy forbade. That
	 * a page itself came with 404 or 422 is no complaint, nor that nobody touched a page
	 * that asks before it is left.
	 */
	static List<String> complaints(ChromeDriver driver) {
		String page = driver.getCurrentUrl() + " - Failed to load resource";
		return driver.manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.filter((entry) -> entry.getLevel().intValue() >= Level.WARNING.intValue())
			.map(LogEntry::getMessage)
			.filter((message) -> !message.startsWith(page))
			.filter((message) -> !message.contains("'beforeunload'"))
			.toList();
	}

	private static List<String> strings(Object told) {
		return ((List<?>) Objects.requireNonNull(told)).stream().map(String::valueOf).toList();
	}

	private static String script() {
		try (InputStream axe = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
			return new String(axe.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
