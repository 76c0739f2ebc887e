package dev.sayso;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import dev.sayso.account.ConsoleSession;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A person in front of a real browser, in the words of the domain: finds things by what
 * they are called, and waits a moment for what is still on its way.
 */
public final class Browser {

	private static final String BOXES = "input[type=checkbox], input[type=radio]";

	private static final String FIELDS = "input:not([type=hidden]):not([type=checkbox]):not([type=radio]), textarea, select";

	private static final String BUTTONS = "button, a[href], input[type=submit], summary, [role=button], [role=tab]";

	private static final String GROUPS = "section, fieldset, form, dialog, nav, tr, li, article, [role=region], [role=group], [role=dialog]";

	/**
	 * As people read it, with what stands in large fields: cells and hard spaces are no
	 * different from words.
	 */
	private static final String TEXT = """
			const part = arguments[0] ?? document.body;
			return [part.innerText, ...[...part.querySelectorAll('textarea')].map(field => field.textContent)].join('\\n')
				.replace(/[\\t\\u00a0\\u202f ]+/g, ' ').replace(/ ?\\n[\\n ]*/g, '\\n').trim();
			""";

	private static final String OPTION = """
			const [select, words] = arguments;
			return [...select.options].find(option => option.text.trim() === words && !option.disabled);
			""";

	private final ChromeDriver driver;

	private final String address;

	private final Sought sought;

	private Browser(ChromeDriver driver, String address, Supplier<SearchContext> scope) {
		this.driver = driver;
		this.address = address;
		this.sought = new Sought(driver, scope);
	}

	/**
	 * Somebody new in front of the product on this port: nobody is signed in, the window
	 * is a desktop's, the colours are light and JavaScript is on.
	 */
	public static Browser at(int port) {
		ChromeDriver driver = BrowserWindow.fresh();
		return new Browser(driver, "http://localhost:" + port, () -> driver);
	}

	/**
	 * Turns JavaScript on or off for the pages opened from now on.
	 */
	public Browser javaScript(boolean on) {
		BrowserWindow.javaScript(on);
		return this;
	}

	/**
	 * Prefers {@code light} or {@code dark}.
	 */
	public Browser colours(String scheme) {
		BrowserWindow.colours(scheme);
		return this;
	}

	/**
	 * Looks through a window of this size; below 500 it is a telephone's.
	 */
	public Browser size(int width, int height) {
		BrowserWindow.size(width, height);
		return this;
	}

	/**
	 * Has signed in with an account of the demo, and opens what is opened next.
	 */
	public Browser signIn(String username) {
		ConsoleSession session = new ConsoleSession(URI.create(this.address).getPort());
		session.signIn(username, "sayso-demo");
		session.cookies()
			.forEach((cookie) -> this.driver.executeCdpCommand("Network.setCookie",
					Map.of("name", cookie.getName(), "value", cookie.getValue(), "url", this.address, "path", "/",
							"httpOnly", true, "sameSite", "Lax")));
		return this;
	}

	/**
	 * Signs in on the page that asks for it.
	 */
	public Browser signIn(String username, String password) {
		open("/login");
		write(this.driver.findElement(By.name("username")), username);
		write(this.driver.findElement(By.name("password")), password);
		this.driver.findElement(By.name("password")).submit();
		this.sought.await("signed in as " + username, () -> !path().equals("/login"));
		return this;
	}

	/**
	 * Opens a path of the product, or a whole address.
	 */
	public Browser open(String path) {
		this.driver.get(path.startsWith("http") ? path : this.address + path);
		return this;
	}

	/**
	 * The path that is open, without the query.
	 */
	public String path() {
		return URI.create(this.driver.getCurrentUrl()).getPath();
	}

	/**
	 * Whether this is another page than the last time this was asked: not where something
	 * was changed in place.
	 */
	public boolean isAnotherPage() {
		return Boolean.TRUE
			.equals(this.driver.executeScript("const known = window.known; window.known = true; return !known"));
	}

	/**
	 * Waits until this path is open.
	 */
	public Browser arrives(String path) {
		this.sought.await("arrives at " + path, () -> path().equals(path));
		return this;
	}

	/**
	 * Waits until a path that begins like this is open.
	 */
	public Browser arrivesUnder(String start) {
		this.sought.await("arrives under " + start, () -> path().startsWith(start));
		return this;
	}

	public Browser goesBack() {
		this.driver.navigate().back();
		return this;
	}

	public Browser reloads() {
		this.driver.navigate().refresh();
		return this;
	}

	/**
	 * The page says that it is in this language.
	 */
	public Browser speaks(String language) {
		return root("lang", language);
	}

	/**
	 * The page is {@code light} or {@code dark}.
	 */
	public Browser wears(String theme) {
		return root("data-shade", theme);
	}

	/**
	 * The same person, looking only at the part of the page that has this
	 * {@code data-test}, or is a group of this name or under this heading.
	 */
	public Browser in(String part) {
		return new Browser(this.driver, this.address, () -> this.sought.await(part, () -> {
			List<WebElement> tested = this.sought.scope().findElements(By.cssSelector("[data-test='" + part + "']"));
			return !tested.isEmpty() ? tested.get(0) : this.sought.now(GROUPS, part, false);
		}));
	}

	public Browser tick(String box) {
		return set(box, true);
	}

	public Browser untick(String box) {
		return set(box, false);
	}

	public Browser seesTicked(String box) {
		this.sought.await(box + " is ticked", () -> this.sought.findHidden(BOXES, box).isSelected());
		return this;
	}

	public Browser seesUnticked(String box) {
		this.sought.await(box + " is not ticked", () -> !this.sought.findHidden(BOXES, box).isSelected());
		return this;
	}

	/**
	 * Types a text into a field, or chooses an option by its words.
	 */
	public Browser fill(String field, String text) {
		this.sought.await("fill " + field, () -> {
			WebElement found = this.sought.find(FIELDS, field);
			if (found.getTagName().equals("select")) {
				option(found, text).click();
			}
			else {
				write(found, text);
			}
			return true;
		});
		return settles();
	}

	private WebElement option(WebElement select, String words) {
		return this.sought.await(words, () -> (WebElement) this.driver.executeScript(OPTION, select, words));
	}

	/**
	 * Waits until what changes in place has changed.
	 */
	private Browser settles() {
		this.sought.await("the page settles",
				() -> this.driver.findElements(By.cssSelector(".htmx-request, .htmx-swapping, .htmx-settling"))
					.isEmpty());
		return this;
	}

	/**
	 * Types a text and sends it with the enter key.
	 */
	public Browser searches(String field, String text) {
		fill(field, text);
		this.sought.find(FIELDS, field).sendKeys(Keys.ENTER);
		return this;
	}

	/**
	 * How the first of these is laid out: {@code table-row}, say, or {@code grid}.
	 */
	public String layout(String css) {
		return this.driver.findElement(By.cssSelector(css)).getCssValue("display");
	}

	/**
	 * What a field holds.
	 */
	public String value(String field) {
		return this.sought.find(FIELDS, field).getDomProperty("value");
	}

	/**
	 * Looks at the page for as long, without doing anything: how something that must not
	 * happen by itself is awaited.
	 */
	public Browser lingers(Duration time) {
		new Actions(this.driver).pause(time).perform();
		return this;
	}

	/**
	 * Gives a file to a field.
	 */
	public Browser upload(String field, Path file) {
		this.sought.findHidden("input[type=file]", field).sendKeys(file.toAbsolutePath().toString());
		return this;
	}

	/**
	 * Presses a button, a link or a tab, and scrolls on where something stands over it.
	 */
	public Browser press(String name) {
		this.sought.await("press " + name, () -> {
			WebElement found = this.sought.find(BUTTONS, name);
			try {
				found.click();
			}
			catch (ElementClickInterceptedException ex) {
				this.driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", found);
				found.click();
			}
			return true;
		});
		return settles();
	}

	/**
	 * Goes on with the tab key until what has the focus is called so.
	 */
	public Browser tabsTo(String name) {
		for (int at = 0; at < 300; at++) {
			this.driver.switchTo().activeElement().sendKeys(Keys.TAB);
			if (name.equals(focused())) {
				return this;
			}
		}
		throw new AssertionError("no tab leads to " + name + " on " + path());
	}

	/**
	 * Types where the focus is, and waits for what changes in place by it.
	 */
	public Browser types(CharSequence keys) {
		this.driver.switchTo().activeElement().sendKeys(keys);
		return settles();
	}

	/**
	 * Waits until what has the focus is called so.
	 */
	public Browser focusIsOn(String name) {
		this.sought.await("the focus is on " + name, () -> name.equals(focused()));
		return this;
	}

	/**
	 * What has the focus is called so.
	 */
	private String focused() {
		return String.valueOf(this.driver.executeScript("return document.activeElement.computedName"));
	}

	/**
	 * Waits until the focus is on the part of this {@code data-test}.
	 */
	public Browser focusIsIn(String part) {
		this.sought.await("the focus is in " + part,
				() -> part.equals(this.driver.switchTo().activeElement().getDomAttribute("data-test")));
		return this;
	}

	public Browser sees(String text) {
		this.sought.await("sees " + text, () -> text().contains(text));
		return this;
	}

	public Browser doesNotSee(String text) {
		this.sought.await("does not see " + text, () -> !text().contains(text));
		return this;
	}

	/**
	 * Waits until this text is in the frame of this name.
	 */
	public Browser seesInFrame(String frame, String text) {
		this.sought.await("sees " + text + " in " + frame, () -> {
			this.driver.switchTo().frame(this.driver.findElement(By.name(frame)));
			try {
				return this.driver.findElement(By.tagName("body")).getText().contains(text);
			}
			finally {
				this.driver.switchTo().defaultContent();
			}
		});
		return this;
	}

	/**
	 * What is there to read.
	 */
	public String text() {
		Object part = (this.sought.scope() instanceof WebElement element) ? element : null;
		return String.valueOf(this.driver.executeScript(TEXT, part));
	}

	/**
	 * Fails where the page shuts somebody out, by the rules of axe.
	 */
	public Browser axe() {
		assertThat(Flaws.barriers(this.driver, true)).as("axe on %s", path()).isEmpty();
		return this;
	}

	/**
	 * What is wrong with the page whatever it is about: somebody shut out, wider than its
	 * window, or something the browser complains of.
	 */
	public List<String> flaws() {
		return Flaws.of(this.driver, true);
	}

	/**
	 * What the browser says of the page in its console.
	 */
	public List<String> complaints() {
		return Flaws.complaints(this.driver);
	}

	/**
	 * The flaws of the page once in each theme: light on a desktop, dark on a telephone.
	 */
	public List<String> flawsOfEveryLook() {
		return flawsOfEveryLook(true);
	}

	/**
	 * The same without what stands around every page of the console.
	 */
	List<String> flawsOfEveryLook(boolean framed) {
		List<String> flaws = new ArrayList<>();
		for (Look look : Look.values()) {
			wears(look);
			flaws.addAll(flaws(look, framed));
		}
		wears(Look.LIGHT_DESKTOP);
		return flaws;
	}

	/**
	 * The flaws of these pages without what stands around them: of every second one in
	 * the one look and of those between in the other; of all in both with the outer
	 * tests.
	 */
	List<String> flawsOfPages(List<String> paths) {
		boolean both = Boolean.getBoolean("sayso.outer");
		List<String> flaws = new ArrayList<>();
		for (Look look : Look.values()) {
			wears(look);
			IntStream.range(0, paths.size())
				.filter((number) -> both || number % 2 == look.ordinal())
				.forEach((number) -> flaws.addAll(open(paths.get(number)).flaws(look, false)));
		}
		wears(Look.LIGHT_DESKTOP);
		return flaws;
	}

	private void wears(Look look) {
		colours(look.theme).size(look.width, look.height);
	}

	private List<String> flaws(Look look, boolean framed) {
		return Flaws.of(this.driver, framed).stream().map((flaw) -> path() + ", " + look + ": " + flaw).toList();
	}

	/**
	 * What has focus and does not show it in the colours that somebody forces.
	 */
	public List<String> unseenFocusInForcedColours() {
		colours("forced");
		List<String> unseen = Flaws.unseenFocus(this.driver, true);
		colours("light");
		return unseen;
	}

	/**
	 * Keeps what the window shows as a PNG.
	 */
	public Browser picture(Path file) {
		try {
			Files.createDirectories(file.toAbsolutePath().getParent());
			Files.write(file, this.driver.getScreenshotAs(OutputType.BYTES));
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Browser root(String attribute, String value) {
		this.sought.await(attribute + " is " + value,
				() -> value.equals(this.driver.findElement(By.tagName("html")).getDomAttribute(attribute)));
		return this;
	}

	private Browser set(String box, boolean ticked) {
		this.sought.await(box + " can be ticked", () -> {
			WebElement found = this.sought.findHidden(BOXES, box);
			if (found.isSelected() != ticked) {
				(found.isDisplayed() ? found : found.findElement(By.xpath("ancestor::label[1]"))).click();
			}
			return this.sought.findHidden(BOXES, box).isSelected() == ticked;
		});
		return this;
	}

	/** A date or a time is typed in another order in every country. */
	private void write(WebElement field, String text) {
		field.clear();
		if (text.matches("\\d{4}-\\d\\d-\\d\\d|\\d\\d:\\d\\d")
				&& List.of("date", "time").contains(String.valueOf(field.getDomAttribute("type")))) {
			this.driver.executeScript(
					"arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', { bubbles: true }))",
					field, text);
		}
		else {
			field.sendKeys(text);
		}
	}

	/** Each theme once, and each size. */
	private enum Look {

		LIGHT_DESKTOP("light", 1280, 900), DARK_TELEPHONE("dark", 390, 844);

		private final String theme;

		private final int width;

		private final int height;

		Look(String theme, int width, int height) {
			this.theme = theme;
			this.width = width;
			this.height = height;
		}

	}

}
