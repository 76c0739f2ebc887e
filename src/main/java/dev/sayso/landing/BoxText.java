package dev.sayso.landing;

import java.util.Objects;

/**
 * The label and the help text of a checkbox.
 */
public record BoxText(String label, String help) {

	static final BoxText NONE = new BoxText("", "");

	public BoxText {
		label = Objects.requireNonNullElse(label, "");
		help = Objects.requireNonNullElse(help, "");
	}

}
