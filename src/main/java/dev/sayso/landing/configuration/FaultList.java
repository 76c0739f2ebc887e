package dev.sayso.landing.configuration;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.TextNormalizer;
import dev.sayso.shared.api.ProblemException.Fault;
import dev.sayso.store.ConfigurationPart;

/**
 * Collects what is wrong with a part of a page.
 */
final class FaultList {

	private final String at;

	private final List<Fault> faults;

	private FaultList(String at, List<Fault> faults) {
		this.at = at;
		this.faults = faults;
	}

	static FaultList begin() {
		return new FaultList("", new ArrayList<>());
	}

	/** The same list for what stands further within. */
	FaultList within(String pointer) {
		return new FaultList(this.at + pointer, this.faults);
	}

	void add(String pointer, String detail) {
		this.faults.add(new Fault(this.at + pointer, detail));
	}

	/** Adds a text that is too long, in characters, or that not every store takes. */
	void line(String pointer, @Nullable String text, int most) {
		if (text != null && text.length() > most) {
			add(pointer, "is longer than " + most + " characters");
		}
		if (text != null && !TextNormalizer.isText(text)) {
			add(pointer, ConfigurationPart.NO_TEXT);
		}
	}

	void matches(String pointer, @Nullable String text, String pattern, String otherwise) {
		if (text != null && !text.matches(pattern)) {
			add(pointer, otherwise);
		}
	}

	/** Adds what is no address that readers are sent to. */
	void address(String pointer, @Nullable String address) {
		line(pointer, address, 500);
		matches(pointer, address, "https://[^\\s/]+\\S*", "is no address on the web, https");
	}

	List<Fault> list() {
		return this.faults;
	}

}
