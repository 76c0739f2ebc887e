package dev.sayso.landing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that what marketers write becomes HTML that can do no harm.
 */
class PublishedPageRendererTests {

	@Test
	void emphasisListsAndLinksAreWritten() {
		assertThat(PublishedPageRenderer.html("**Now** and [here](https://shop.example/a?b=1&c=2)\n\n- one"))
			.contains("<strong>Now</strong>", "href=\"https://shop.example/a?b=1&amp;c=2\"", "<li>one</li>");
		assertThat(PublishedPageRenderer.html("[write](mailto:a@shop.example)"))
			.contains("href=\"mailto:a@shop.example\"");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "<script>alert(1)</script>", "Hello <img src=x onerror=alert(1)>", "<b onmouseover=x>y</b>",
					"<iframe src=//evil.example></iframe>", "<!-- a -->", "a\n\n<style>*{}</style>\n\nb" })
	void htmlIsShownAsText(String text) {
		assertThat(PublishedPageRenderer.html(text)).doesNotContainPattern("<(script|img|b |iframe|style|!--)")
			.contains("&lt;");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a]( javascript:alert(1) )",
			"[a](data:text/html;base64,PHNjcmlwdD4=)", "[a](vbscript:x)", "[a](//evil.example)",
			"[a](java&#10;script:x)", "<javascript:alert(1)>", "[a][1]\n\n[1]: javascript:alert(1)", "[a](/logout)" })
	void linksLeadToTheWebOrToAMailboxOnly(String text) {
		assertThat(PublishedPageRenderer.html(text)).doesNotContainPattern("href=\"[^\"]");
	}

	@Test
	void picturesStayOut() {
		assertThat(PublishedPageRenderer.html("![a *b*](https://track.example/p.gif) c"))
			.isEqualTo("<p>a <em>b</em> c</p>\n");
		assertThat(PublishedPageRenderer.html("![a ![b](x)](y)")).doesNotContain("<img");
		assertThat(PublishedPageRenderer.html("!\\[a](https://track.example/p.gif)")).doesNotContain("<img");
		assertThat(PublishedPageRenderer.html("!![a](https://track.example/p.gif)")).doesNotContain("<img");
	}

}
