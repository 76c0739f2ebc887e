package dev.sayso.landing;

import java.util.Objects;

public record BoxText(String label, String help) {

	static final BoxText NONE = new BoxText("", "");

	public BoxText {
		label = Objects.requireNonNullElse(label, "");
		help = Objects.requireNonNullElse(help, "");
	}

}
