package dev.sayso.exchange.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Pattern;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.util.PropertyPlaceholderHelper;

/**
 * Terms in eight languages, kept as resources: regular expressions, of which one may
 * stand in another.
 */
final class Terms {

	private static final Properties TEXTS = load("terms.properties");

	private static final PropertyPlaceholderHelper NESTED = new PropertyPlaceholderHelper("${", "}");

	private Terms() {
	}

	/** A term whose letters and borders of words are those of every script. */
	static Pattern pattern(String name) {
		return Pattern.compile(text(name), Pattern.UNICODE_CHARACTER_CLASS);
	}

	/** The same as a word, or words, of a text. */
	static Pattern word(String name) {
		return Pattern.compile("\\b(?:" + text(name) + ")\\b", Pattern.UNICODE_CHARACTER_CLASS);
	}

	private static String text(String name) {
		return NESTED.replacePlaceholders(TEXTS.getProperty(name), TEXTS);
	}

	static Properties load(String file) {
		try {
			Resource resource = new ClassPathResource("/exchange/" + file, Terms.class);
			return PropertiesLoaderUtils.loadProperties(new EncodedResource(resource, StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
