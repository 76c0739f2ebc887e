package dev.sayso.crawl;

import java.io.File;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/**
 * The Nu checker of the W3C and the WHATWG: takes a page, says what is not valid, with
 * the line it says it of.
 */
public final class NuChecker implements Function<String, List<String>> {

	/** What has come into HTML since that version of the checker, the newest on Maven. */
	private static final Pattern NEWER = Pattern
		.compile("Attribute “(popover|popovertarget|popovertargetaction|loading)” not allowed");

	private final SimpleDocumentValidator validator = new SimpleDocumentValidator(false, false, false);

	public NuChecker() throws Exception {
		this.validator.setUpMainSchema("http://s.validator.nu/html5-rdfalite.rnc", new Faults(List.of()));
	}

	/** The checker's classes beside the version of ICU that it was made for. */
	public static URLClassLoader loader() {
		Stream<Path> others = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.map(Path::of)
			.filter((path) -> !path.getFileName().toString().startsWith("icu4j"));
		return new URLClassLoader(Stream.concat(Stream.of(Path.of("target/nu/icu4j.jar")), others)
			.map(NuChecker::url)
			.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
	}

	@SuppressWarnings("unchecked")
	public static Function<String, List<String>> load(ClassLoader loader) throws ReflectiveOperationException {
		return (Function<String, List<String>>) loader.loadClass(NuChecker.class.getName())
			.getConstructor()
			.newInstance();
	}

	private static URL url(Path path) {
		try {
			return path.toUri().toURL();
		}
		catch (MalformedURLException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public List<String> apply(String page) {
		Faults faults = new Faults(page.lines().toList());
		try {
			this.validator.setUpValidatorAndParsers(faults, false, false);
			this.validator.checkHtmlInputSource(new InputSource(new StringReader(page)));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		return faults.told;
	}

	/** What the checker tells. */
	private static final class Faults implements ErrorHandler {

		private final List<String> lines;

		private final List<String> told = new ArrayList<>();

		Faults(List<String> lines) {
			this.lines = lines;
		}

		@Override
		public void warning(SAXParseException warning) {
			// what is valid
		}

		@Override
		public void error(SAXParseException fault) {
			if (NEWER.matcher(fault.getMessage()).find()) {
				return;
			}
			int line = fault.getLineNumber();
			boolean named = line > 0 && line <= this.lines.size();
			this.told.add(fault.getMessage() + (named ? ": " + this.lines.get(line - 1).strip() : ""));
		}

		@Override
		public void fatalError(SAXParseException fault) {
			error(fault);
		}

	}

}
