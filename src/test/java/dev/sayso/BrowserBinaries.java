package dev.sayso;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Where Chrome or Chromium is on this machine; on Debian they are installed where that is
 * allowed, so that a fresh machine runs every test.
 *
 * @param driver null to leave it to Selenium, which finds the one that fits
 */
record BrowserBinaries(Path browser, @Nullable Path driver) {

	private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome",
			"google-chrome-stable", "chrome.exe", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
			"/Applications/Chromium.app/Contents/MacOS/Chromium",
			"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");

	private static final List<String> DRIVERS = List.of("chromedriver", "chromedriver.exe",
			"/usr/lib/chromium/chromedriver", "/usr/lib/chromium-browser/chromedriver");

	static BrowserBinaries find() {
		return onThisMachine().or(BrowserBinaries::installed)
			.orElseThrow(() -> new IllegalStateException(
					"The browser's tests need Chrome or Chromium: install Debian's chromium and chromium-driver,"
							+ " or put chrome and chromedriver on the PATH."));
	}

	private static Optional<BrowserBinaries> onThisMachine() {
		return first(BROWSERS).map((browser) -> new BrowserBinaries(browser, first(DRIVERS).orElse(null)));
	}

	private static Optional<BrowserBinaries> installed() {
		boolean may = Files.isExecutable(Path.of("/usr/bin/apt-get")) && "root".equals(System.getProperty("user.name"));
		if (may && run("apt-get", "update")
				&& run("apt-get", "install", "--yes", "--no-install-recommends", "chromium", "chromium-driver")) {
			return onThisMachine();
		}
		return Optional.empty();
	}

	private static boolean run(String... command) {
		try {
			ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD);
			builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
			Process process = builder.start();
			return process.waitFor(10, TimeUnit.MINUTES) && process.exitValue() == 0;
		}
		catch (IOException | InterruptedException ex) {
			return false;
		}
	}

	private static Optional<Path> first(List<String> names) {
		List<String> folders = Arrays.asList(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
		return names.stream()
			.flatMap((name) -> Path.of(name).isAbsolute() ? Stream.of(Path.of(name))
					: folders.stream().map((folder) -> Path.of(folder, name)))
			.filter(Files::isExecutable)
			.findFirst();
	}

}
