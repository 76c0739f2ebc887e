package dev.sayso.landing.theme;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ThemeStyleTests {

	@ParameterizedTest
	@ValueSource(strings = { "#1f5d47", "#ffff00", "#000000", "#ffffff", "#808080", "#ff0000", "#0000ff" })
	void everyColourIsReadByDayAndByNight(String colour) {
		Matcher brands = Pattern.compile("--brand:#(..)(..)(..);--on-brand:#(000|fff)")
			.matcher(ThemeStyle.of(colour).css());
		assertThat(brands.find()).isTrue();
		assertThat(contrast(brands, 0xff)).isGreaterThan(4.5);
		assertThat(brands.find()).isTrue();
		assertThat(contrast(brands, 0x19)).isGreaterThan(4.5);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1f5d47", "1f5d47.fff8ee.14171d.serif", "a3b2ff.101418.eceef2.system",
			"c9a227.2b0d0d.fff4e0.rounded" })
	void aStyleIsReadFromItsAddress(String key) {
		ThemeStyle style = ThemeStyle.parse(key).orElseThrow();
		assertThat(style.key()).isEqualTo(key);
		assertThat(style.isAccentReadable() && style.isTextReadable()).isTrue();
		Matcher colours = Pattern.compile("--(?:ink|ink-2|ok|stop|wait|brand|control):(#......)").matcher(style.css());
		Colour paper = style.paper().equals(ThemeStyle.PAPER) ? Colour.WHITE : Colour.of(style.paper());
		String night = style.css().replaceAll(".*prefers-color-scheme:dark", "");
		while (colours.find()) {
			if (!night.contains(colours.group(1)) || paper.isDark()) {
				assertThat(Colour.of(colours.group(1)).contrast(paper)).as(colours.group()).isGreaterThan(4.5);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "red", "1f5d4", "1f5d47.ffffff.14171d", "1f5d47.ffffff.14171d.papyrus",
			"1f5d47.ffffff.14171d.serif}body{display:none", "#1f5d47" })
	void whatIsNoStyleIsNotRead(String key) {
		assertThat(ThemeStyle.parse(key)).isEmpty();
	}

	@Test
	void theNearestColourThatIsReadIsNamed() {
		ThemeStyle yellow = new ThemeStyle("#ffff00", "#ffffff", "#cccccc", "system");
		assertThat(yellow.isAccentReadable()).isFalse();
		assertThat(yellow.isTextReadable()).isFalse();
		assertThat(new ThemeStyle(yellow.readableAccent(), "#ffffff", yellow.readableInk(), "system"))
			.matches(ThemeStyle::isAccentReadable)
			.matches(ThemeStyle::isTextReadable);
	}

	private static double contrast(Matcher brand, int grey) {
		double one = 0.2126 * linear(brand.group(1)) + 0.7152 * linear(brand.group(2))
				+ 0.0722 * linear(brand.group(3));
		double other = linear(Integer.toHexString(grey));
		return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
	}

	private static double linear(String part) {
		double value = Integer.parseInt(part, 16) / 255.0;
		return (value <= 0.04045) ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
	}

}
