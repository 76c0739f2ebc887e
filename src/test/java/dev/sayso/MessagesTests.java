package dev.sayso;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that every word on a page is said in all three languages.
 */
class MessagesTests {

	private static final Path MESSAGES = Path.of("src/main/resources/messages");

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)[}(]");

	private static final Pattern TAG_OR_COMMENT = Pattern.compile("<!--.*?-->|<(?:\"[^\"]*\"|'[^']*'|[^'\">])*>",
			Pattern.DOTALL);

	@Test
	void everyBundleHasTheSameKeysInEveryLanguage() {
		Map<String, Set<String>> missing = new TreeMap<>();
		for (Path bundle : files(MESSAGES, ".properties")) {
			String name = bundle.getFileName().toString().replaceFirst("(_fr|_nl)?\\.properties$", "");
			for (String language : List.of("", "_fr", "_nl")) {
				Set<String> keys = new TreeSet<>(keys(bundle));
				keys.removeAll(keys(MESSAGES.resolve(name + language + ".properties")));
				if (!keys.isEmpty()) {
					missing.put(name + language, keys);
				}
			}
		}
		assertThat(missing).isEmpty();
	}

	@Test
	void noBundleSaysTheSameKeyAsAnother() {
		Map<String, List<Path>> said = files(MESSAGES, ".properties").stream()
			.filter((file) -> !file.toString().matches(".*_(fr|nl)\\.properties"))
			.flatMap((file) -> keys(file).stream().map((key) -> Map.entry(key, file)))
			.collect(Collectors.groupingBy(Map.Entry::getKey, TreeMap::new,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
		said.values().removeIf((files) -> files.size() == 1);
		assertThat(said).isEmpty();
	}

	@Test
	void theSameArgumentsAreNamedInEveryLanguage() {
		Pattern argument = Pattern.compile("\\{(\\d+)");
		Map<String, String> differing = new TreeMap<>();
		for (Path bundle : files(MESSAGES, ".properties")) {
			Properties texts = load(bundle);
			Path english = MESSAGES.resolve(bundle.getFileName().toString().replaceFirst("_(fr|nl)\\.", "."));
			Properties originals = load(english);
			texts.stringPropertyNames().forEach((key) -> {
				Set<String> here = matches(argument, texts.getProperty(key));
				Set<String> there = matches(argument, originals.getProperty(key, ""));
				if (!here.equals(there)) {
					differing.put(bundle.getFileName() + ": " + key, here + " / " + there);
				}
			});
		}
		assertThat(differing).isEmpty();
	}

	/**
	 * With arguments an apostrophe quotes what follows (java.text.MessageFormat): the
	 * typographic one is meant.
	 */
	@Test
	void noApostropheSwallowsAnArgument() {
		Set<String> swallowed = new TreeSet<>();
		for (Path bundle : files(MESSAGES, ".properties")) {
			Properties texts = load(bundle);
			texts.stringPropertyNames()
				.stream()
				.filter((key) -> texts.getProperty(key).contains("{"))
				.filter((key) -> texts.getProperty(key).replace("''", "").contains("'"))
				.forEach((key) -> swallowed.add(bundle.getFileName() + ": " + key));
		}
		assertThat(swallowed).isEmpty();
	}

	/**
	 * Where French puts a space before a sign or inside quotation marks, no line ends
	 * there: it is one that does not break (U+00A0), a narrow one (U+202F) before
	 * {@code ; ? !}.
	 */
	@Test
	void noLineOfFrenchEndsBeforeASign() {
		Pattern breaking = Pattern.compile(" [:;?!»](?![\\w=/-])|« ");
		Set<String> broken = new TreeSet<>();
		for (Path bundle : files(MESSAGES, "_fr.properties")) {
			load(bundle).forEach((key, text) -> {
				if (breaking.matcher(text.toString()).find()) {
					broken.add(bundle.getFileName() + ": " + key);
				}
			});
		}
		assertThat(broken).isEmpty();
	}

	@Test
	void templatesHoldNoTextOfTheirOwn() {
		Map<Path, Set<String>> bare = new TreeMap<>();
		for (Path template : files(TEMPLATES, ".html")) {
			Set<String> texts = Stream.of(TAG_OR_COMMENT.split(read(template)))
				.map((text) -> text.replaceAll("\\[\\[.*?]]", "").replaceAll("&[a-z]+;", "").strip())
				.filter((text) -> text.codePoints().anyMatch(Character::isLetter))
				.collect(Collectors.toCollection(TreeSet::new));
			if (!texts.isEmpty()) {
				bare.put(template, texts);
			}
		}
		assertThat(bare).isEmpty();
	}

	@Test
	void everyKeyOfATemplateIsSaid() {
		Set<String> said = files(MESSAGES, ".properties").stream()
			.flatMap((file) -> keys(file).stream())
			.collect(Collectors.toSet());
		Map<Path, Set<String>> unsaid = new TreeMap<>();
		for (Path template : files(TEMPLATES, ".html")) {
			Set<String> keys = new TreeSet<>(matches(KEY, read(template)));
			keys.removeAll(said);
			if (!keys.isEmpty()) {
				unsaid.put(template, keys);
			}
		}
		assertThat(unsaid).isEmpty();
	}

	private static Set<String> matches(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		Set<String> found = new TreeSet<>();
		while (matcher.find()) {
			found.add(matcher.group(1));
		}
		return found;
	}

	private static Set<String> keys(Path bundle) {
		return load(bundle).stringPropertyNames();
	}

	private static Properties load(Path bundle) {
		Properties texts = new Properties();
		if (Files.exists(bundle)) {
			try (Reader reader = Files.newBufferedReader(bundle)) {
				texts.load(reader);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return texts;
	}

	private static List<Path> files(Path folder, String ending) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(ending)).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
