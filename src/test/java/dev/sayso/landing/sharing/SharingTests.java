package dev.sayso.landing.sharing;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.Pages;

import static org.assertj.core.api.Assertions.assertThat;

@ProductTest
class SharingTests {

	private static final int SCALE = 4;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Pages pages;

	@Test
	void aPageForEverybodyHasItsLinkToCopyAndAsACode() throws Exception {
		LandingPage page = this.pages.form(BoxMeaning.CONTACT_ME, "email");
		assertThat(this.mvc.get().uri(sharing(page)).with(SignIn.auditor())).hasStatusOk()
			.bodyText()
			.contains("/p/" + page.slug(), sharing(page) + ".svg");
		String svg = this.mvc.get()
			.uri(sharing(page) + ".svg")
			.with(SignIn.auditor())
			.exchange()
			.getResponse()
			.getContentAsString();
		assertThat(read(svg)).endsWith("/p/" + page.slug());
	}

	@Test
	void aPageThatStopsByBeingOpenedHasNoneToHandOut() {
		LandingPage page = this.pages.denylist(false);
		assertThat(this.mvc.get().uri(sharing(page)).with(SignIn.marketer())).hasStatusOk()
			.bodyText()
			.contains("no public link")
			.doesNotContain("sharing.svg");
		assertThat(this.mvc.get().uri(sharing(page) + ".svg").with(SignIn.marketer())).hasStatus(404);
	}

	/** As the camera of a telephone reads it, by a library that did not write it. */
	private static String read(String svg) throws NotFoundException {
		int side = Integer.parseInt(svg.replaceFirst("(?s).*viewBox=\"0 0 (\\d+) .*", "$1"));
		int[] pixels = new int[side * side * SCALE * SCALE];
		Arrays.fill(pixels, 0xFFFFFF);
		Matcher modules = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
		while (modules.find()) {
			int left = Integer.parseInt(modules.group(1)) * SCALE;
			int top = Integer.parseInt(modules.group(2)) * SCALE;
			for (int y = top; y < top + SCALE; y++) {
				Arrays.fill(pixels, y * side * SCALE + left, y * side * SCALE + left + SCALE, 0);
			}
		}
		RGBLuminanceSource seen = new RGBLuminanceSource(side * SCALE, side * SCALE, pixels);
		return new MultiFormatReader().decode(new BinaryBitmap(new HybridBinarizer(seen))).getText();
	}

	private static String sharing(LandingPage page) {
		return "/landing-pages/" + page.id() + "/sharing";
	}

}
