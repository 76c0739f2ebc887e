package dev.sayso;

import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.jspecify.annotations.Nullable;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

/**
 * The one window that all journeys use, one after the other.
 */
final class BrowserWindow {

	private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

	private static @Nullable ChromeDriver shared;

	private BrowserWindow() {
	}

	/**
	 * The window as somebody new finds it.
	 */
	static ChromeDriver fresh() {
		ChromeDriver driver = driver();
		driver.get("about:blank");
		driver.manage().logs().get(LogType.BROWSER);
		driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
		// keeps the tree of names, which otherwise is made anew for each name
		driver.executeCdpCommand("Accessibility.enable", Map.of());
		javaScript(true);
		colours("light");
		size(1280, 900);
		return driver;
	}

	static void javaScript(boolean on) {
		driver().executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
	}

	/**
	 * Nothing moves, so that what is pressed is where it was found.
	 * @param scheme {@code light}, {@code dark} or {@code forced}
	 */
	static void colours(String scheme) {
		boolean forced = scheme.equals("forced");
		driver().executeCdpCommand("Emulation.setEmulatedMedia",
				Map.of("features",
						List.of(Map.of("name", "prefers-color-scheme", "value", forced ? "dark" : scheme),
								Map.of("name", "forced-colors", "value", forced ? "active" : "none"),
								Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
	}

	static void size(int width, int height) {
		driver().executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
	}

	private static synchronized ChromeDriver driver() {
		if (shared == null) {
			SELENIUM.setLevel(Level.SEVERE);
			BrowserBinaries binaries = BrowserBinaries.find();
			ChromeOptions options = new ChromeOptions();
			options.setBinary(binaries.browser().toString());
			options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "ALL"));
			// drivers switch off what people go back to
			options.setExperimentalOption("excludeSwitches", List.of("disable-back-forward-cache"));
			options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage",
					"--disable-background-networking", "--disable-gpu", "--no-first-run", "--lang=en",
					"--enable-blink-features=ComputedAccessibilityInfo");
			ChromeDriverService.Builder service = new ChromeDriverService.Builder();
			if (binaries.driver() != null) {
				service.usingDriverExecutable(binaries.driver().toFile());
			}
			ChromeDriver driver = new ChromeDriver(service.build(), options);
			Runtime.getRuntime().addShutdownHook(new Thread(driver::quit));
			shared = driver;
		}
		return shared;
	}

}
