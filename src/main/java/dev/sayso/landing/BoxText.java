package dev.sayso.landing;

import org.jspecify.annotations.Nullable;

/**
 * The label and the help text of a checkbox.
 */
public record BoxText(String label, String help) {

	static final BoxText NONE = new BoxText("", "");

	public BoxText(@Nullable String label, @Nullable String help) {
		this.label = (label != null) ? label : "";
		this.help = (help != null) ? help : "";
	}

}
