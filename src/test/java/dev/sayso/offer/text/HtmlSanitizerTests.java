package dev.sayso.offer.text;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that nothing runs in a foreign page, and that tags survive where they may stand.
 */
class HtmlSanitizerTests {

	@ParameterizedTest
	@ValueSource(strings = { "<p class=\"a\">Hello <strong>you</strong>, {{profile.firstName|there}}!</p>",
			"<h2 lang=\"fr\" dir=\"ltr\">x</h2><ul><li>a</li></ul><table><tbody><tr><td>1</td></tr></tbody></table>",
			"<a class=\"button\" href=\"https://shop.example/p?c={{profile.externalId}}\">Buy</a>",
			"<a href=\"/offers/{{offer.name}}\">x</a><a href=\"mailto:a&#64;b.example\">x</a><a href=\"tel:123\">x</a>",
			"<a href=\"https://x.example/{{#context.a}}a{{/context.a}}/{{context.b|c}}\">x</a>",
			"<img src=\"https://x.example/a.png\" alt=\"{{offer.name}}\" width=\"10\" height=\"20%\" />",
			"<p style=\"color:red;margin:0\">x</p>", "{{#context.vip}}<b>VIP</b>{{/context.vip}}",
			"<ul>{{#context.items}}<li>{{name}}</li>{{/context.items}}</ul>",
			"<table><tbody>{{#context.items}}<tr><td>{{name}}</td></tr>{{/context.items}}</tbody></table>",
			"<p class=\"a {{#context.vip}}b{{/context.vip}}\">{{profile.firstName|<you> \"&\"}}</p>" })
	void whatIsSafeStays(String html) {
		HtmlSanitizer.Result clean = HtmlSanitizer.clean(html);
		assertThat(clean.removed()).isEmpty();
		assertThat(clean.html().replace("&#61;", "=").replace("&#43;", "+")).isEqualTo(html);
		assertThat(HtmlNesting.crossing(clean.html())).isEmpty();
	}

	@Test
	void whatWasTakenOutIsNamed() {
		HtmlSanitizer.Result clean = HtmlSanitizer
			.clean("<p onclick=\"x()\" id=a>Hi<script>alert(1)</script><iframe src=x></iframe>"
					+ "<a href=\"javascript:x\">l</a><form action=x><input name=y></form></p>");
		assertThat(clean.html()).isEqualTo("<p>Hil</p>");
		assertThat(clean.removed()).contains("onclick", "id", "script", "iframe", "a", "form", "input")
			.doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@ValueSource(strings = { "<a href=\"{{context.x}}\">x</a>", "<a href=\" {{context.x}}/y\">x</a>",
			"<a href=\"https://{{context.x}}\">x</a>", "<a href=\"https://a.{{context.x}}/\">x</a>",
			"<a href=\"https://a@{{context.x}}/\">x</a>", "<a href=\"https:{{context.x}}\">x</a>",
			"<a href=\"java{{context.x}}\">x</a>", "<a href=\"//{{context.x}}\">x</a>",
			"<a href=\"java{{#context.x}}{{/context.x}}script:alert(1)\">x</a>",
			"<a href=\"https://a.example\\{{context.x}}\">x</a>", "<img src='{{context.x}}'>",
			"<img src=\"mailto:{{context.x}}\">", "<p style=\"color:{{context.x}}\">x</p>",
			"<p style=\"font-family:{{context.x}}\">x</p>", "<{{context.x}}>x</{{context.x}}>",
			"<p {{context.x}}=1>x</p>", "<p {{context.x}}>x</p>", "<p on{{context.x}}=\"a\">x</p>",
			"<!-- {{context.x}} -->x", "<script>{{context.x}}</script>x", "<p lang=\"{{context.x}}\">x</p>",
			"<img width={{context.x}} src=\"https://x.example/\">", "<a href={{context.x}}>x</a>" })
	void aTagStandsNowhereElse(String html) {
		HtmlSanitizer.Result clean = HtmlSanitizer.clean(html);
		assertThat(clean.html()).doesNotContain("{{");
		assertThat(clean.removed()).anyMatch((name) -> name.startsWith("{{"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "<div>{{#a}}</div>{{/a}}", "{{#a}}<b>x{{/a}}</b>",
			"<p title=\"{{#a}}\">x{{/a}}</p><b title=\" onclick=alert(1) \"></b>",
			"<p title=\"{{#a}}\" class=\"{{/a}}\">x</p>", "<ul><li>{{#a}}x</li><li>{{/a}}y</li></ul>" })
	void aSectionThatCrossesAnElementIsNamed(String html) {
		assertThat(HtmlNesting.crossing(HtmlSanitizer.clean(html).html())).containsExactly("a");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "<SCRIPT SRC=//x.example/x.js></SCRIPT>",
			"<img src=x onerror=alert(1)>", "<img src=\"javascript:alert(1)\">", "<svg onload=alert(1)>",
			"<svg><script>alert(1)</script></svg>",
			"<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
			"<iframe src=javascript:alert(1)>", "<a href=\"jav&#x09;ascript:alert(1)\">x</a>",
			"<a href=\" &#14; javascript:alert(1)\">x</a>",
			"<a href=\"data:text/html,<script>alert(1)</script>\">x</a>", "<a href=vbscript:x>x</a>",
			"<div style=\"background:url(javascript:alert(1))\">x</div>",
			"<div style=\"width:expression(alert(1))\">x</div>",
			"<div style=\"position:fixed;top:0;z-index:9\">x</div>", "<div style=\"behavior:url(x.htc)\">x</div>",
			"<style>@import 'x';</style>", "<link rel=stylesheet href=x>", "<meta http-equiv=refresh content=0;url=x>",
			"<base href=//evil.example/>", "<object data=x></object>", "<embed src=x>",
			"<form action=x><button formaction=javascript:alert(1)>x</button></form>",
			"<input autofocus onfocus=alert(1)>", "<details ontoggle=alert(1) open>",
			"<video><source onerror=alert(1)></video>",
			"<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
			"<p title='\"><img src=x onerror=alert(1)>'>x</p>", "<<script>alert(1)//<</script>",
			"<scr<script>ipt>alert(1)</scr</script>ipt>", "<img \"\"\"><script>alert(1)</script>\">",
			"<a href=x onclick\n=alert(1)>x</a>", "<a/onclick=alert(1) href=x>x</a>",
			"<textarea><script>alert(1)</script>", "<template><script>alert(1)</script></template>",
			"<xmp><script>alert(1)</script></xmp>", "<!--><script>alert(1)</script>-->",
			"<![CDATA[<script>alert(1)</script>]]>", "<?xml?><script>alert(1)</script>",
			"<img src=`x` onerror=`alert(1)`>", "{{#a}}<scr{{/a}}ipt>alert(1)</script>",
			"<scr{{!x}}ipt>alert(1)</scr{{!x}}ipt>",
			"<img src=\"https://x/\" title=\"{{a|\" onerror=\"alert(1)}}\" {{! }}onerror=alert(1)>" })
	void nothingRuns(String html) {
		HtmlSanitizer.Result clean = HtmlSanitizer.clean(html);
		String left = clean.html().replaceAll("\\{\\{.*?}}", "").toLowerCase(Locale.ROOT);
		assertThat(left)
			.doesNotContainPattern("<(?:script|svg|math|style|iframe|object|embed|form|input|base|meta|link)")
			.doesNotContainPattern("<[^>]*\\son\\w+\\s*=")
			.doesNotContainPattern("<[^>]*(?:javascript|vbscript|data|expression|behavior|position|url\\()[^>]*>");
		assertThat(HtmlSanitizer.clean(clean.html()).html()).isEqualTo(clean.html());
	}

	@Test
	void whatIsCleanStaysAsItIs() {
		List<String> scraps = List.of("<p>", "</p>", "<div class=\"a`\">", "</div>", "<table>", "<tr>", "<td>",
				"</table>", "<ul>", "<li>", "<a href=\"https://x.example/?a={{context.x}}\" target=_blank>", "</a>",
				"<a href='x", "'", "\"", ">", "<", "<img src=\"https://x.example/\" alt='`'>",
				"<p style=\"color:{{context.x}};margin:0\">", "{{context.x}}", "{{#context.x}}", "{{/context.x}}",
				"{{context.x|\"<b>\"}}", "{{", "}}", "{", "}", "{<b></b>{", "<!--", "-->", "<script>", "</script>",
				"&amp;", "&lt;", "&#123;", "&", "é", "q0x1z", "<q0x0z>", "\n", " ", "<p title='a  `'>", "<select>",
				"<option>", "<svg>", "<h1>", "<b>", "</b>", "<font>", "<dl>", "<dt>");
		Random random = new Random(11);
		Stream
			.generate(() -> random.ints(1 + random.nextInt(12), 0, scraps.size())
				.mapToObj(scraps::get)
				.reduce("", String::concat))
			.limit(4_000)
			.forEach((html) -> {
				HtmlSanitizer.Result once = HtmlSanitizer.clean(html);
				assertThat(once.removed()).as(html).doesNotContain("…");
				assertThat(HtmlSanitizer.clean(once.html())).as(html)
					.isEqualTo(new HtmlSanitizer.Result(once.html(), List.of()));
			});
	}

}
