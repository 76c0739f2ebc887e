package dev.sayso.landing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PageThemeTests {

	@ParameterizedTest
	@ValueSource(strings = { "#1f5d47", "#ffff00", "#000000", "#ffffff", "#808080", "#ff0000", "#0000ff" })
	void everyColourIsReadByDayAndByNight(String colour) {
		Matcher brands = Pattern.compile("--brand:#(..)(..)(..);--on-brand:#(000|fff)").matcher(PageTheme.of(colour));
		assertThat(brands.find()).isTrue();
		assertThat(contrast(brands, 0xff)).isGreaterThan(4.5);
		assertThat(brands.find()).isTrue();
		assertThat(contrast(brands, 0x19)).isGreaterThan(4.5);
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
