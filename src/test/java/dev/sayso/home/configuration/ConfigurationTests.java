package dev.sayso.home.configuration;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import dev.sayso.ProductTest;
import dev.sayso.shared.DemoContent;

import static org.assertj.core.api.Assertions.assertThat;

@ProductTest
class ConfigurationTests {

	private static final String FILE = """
			{"decisions":[{"key":"home","name":"Home","status":"live","fallback":"floor",
				"scopes":[{"placement":"hero","criteria":[{"collection":"spring","audiences":["french"],
					"ranking":{"formula":"offer.priority * 2.0","strict":true}}]}]}],
			"attributes":[{"key":"tier","name":"Tier","type":"one-of","options":["gold","silver"]}],
			"services":[{"key":"letter","name":"Letter","channel":"email","status":"closed","confirmation":"default",
				"validity":{"duration":{"amount":6,"unit":"months"}},"texts":{"fr":{"name":"Lettre"}},
				"frequencies":[{"key":"weekly","name":"Every week"}]}],
			"audiences":[{"key":"french-gold","name":"Gold in France",
				"condition":{"all":[{"fact":"audiences.french","operator":"is","value":true},
					{"fact":"attributes.tier","operator":"is","value":"gold"}]}},
				{"key":"french","name":"French","condition":{"all":[{"fact":"country","operator":"is","value":"FR"}]}},
				{"key":"some","name":"Some people","list":true}],
			"placements":[{"key":"hero","name":"Hero","surface":"web","contentType":"html","items":2}],
			"qualifiers":[{"key":"autumn","name":"Autumn"}],
			"offers":[{"key":"sale","name":"Sale","status":"approved","priority":60,"qualifiers":["autumn"],
				"validity":{"from":"2026-03-01T00:00","to":null,"timeZone":"Europe/Paris"},
				"audiences":["french-gold","french"],"attributes":{"margin":12.50,"short":true,"kind":"coat"},
				"texts":[{"placement":"hero","language":"en","main":true,"content":"<p onclick=\\"x()\\">Sale</p>"},
					{"placement":"hero","language":"fr","content":"<p>Soldes</p>"}],
				"caps":[{"event":"display","each":true,"limit":3,"period":"week"}],
				"draft":{"name":"Sale!","priority":70,"texts":[{"placement":"hero","content":"Soon"}]}},
				{"key":"floor","name":"Floor","status":"approved","fallback":true,
				"texts":[{"placement":"hero","content":"<p>Welcome</p>"}]}],
			"collections":[{"key":"spring","name":"Spring","offers":["sale"]}]}""";

	@Autowired
	ApplicationContext sayso;

	private ConfigurationFiles files;

	@BeforeEach
	void begin() {
		this.files = new ConfigurationFiles(this.sayso).begin();
	}

	@Test
	void aFileIsTakenWholeWhateverItsOrderAndASecondTimeChangesNothing() throws Exception {
		assertThat(this.files.put("", FILE)).hasStatusOk().bodyJson().extractingPath("$.applied").isEqualTo(true);
		String stored = this.files.read("");
		assertThat(stored)
			.contains("\"key\" : \"french-gold\"", "<p>Sale</p>", "\"draft\" : {", "\"status\" : \"live\"")
			.doesNotContain("onclick");
		assertThat(stored.indexOf("\"attributes\" : [")).isLessThan(stored.indexOf("\"decisions\" : ["));
		int audited = this.files.audited();
		for (String file : new String[] { FILE, stored }) {
			assertThat(this.files.put("", file)).hasStatusOk()
				.bodyText()
				.contains("\"change\":\"none\"")
				.doesNotContain("created", "updated");
		}
		assertThat(this.files.audited()).isEqualTo(audited);
		assertThat(this.files.read("")).isEqualTo(stored);
		this.files.clear();
		assertThat(this.files.put("", stored)).hasStatusOk();
		assertThat(this.files.read("")).isEqualTo(stored);
		assertThat(this.files.read("?kinds=qualifiers,placements")).contains("autumn", "hero")
			.doesNotContain("offers", "french");
	}

	@Test
	void aDryRunTellsTheSameAndChangesNothing() throws Exception {
		String empty = this.files.read("");
		int audited = this.files.audited();
		String told = this.files.put("?dryRun=true", FILE).getResponse().getContentAsString();
		assertThat(told).contains("\"applied\":false", "{\"kind\":\"offers\",\"key\":\"sale\",\"change\":\"created\"");
		assertThat(this.files.read("")).isEqualTo(empty);
		assertThat(this.files.audited()).isEqualTo(audited);
		assertThat(this.files.put("", FILE).getResponse().getContentAsString())
			.isEqualTo(told.replace("\"applied\":false", "\"applied\":true"));
		assertThat(this.files.put("", """
				{"offers":[{"key":"floor","name":"Ground floor","status":"approved","fallback":true,
				"texts":[{"placement":"hero","content":"<p>Welcome</p>"}]}]}""")).bodyText()
			.contains("{\"kind\":\"offers\",\"key\":\"floor\",\"change\":\"updated\",\"fields\":[\"name\"]}");
	}

	@Test
	void withoutAStatusTheContentBecomesTheDraft() throws Exception {
		this.files.put("", FILE);
		assertThat(this.files.put("", """
				{"offers":[{"key":"floor","name":"Soon","fallback":true,
				"texts":[{"placement":"hero","content":"<p>Soon</p>"}]}]}""")).bodyText()
			.contains("\"fields\":[\"draft\"]");
		assertThat(this.files.read("?kinds=offers")).contains("<p>Welcome</p>", "<p>Soon</p>");
	}

	@Test
	void pruneArchivesWhatIsNotNamedOfTheKindsThatTheFileHas() throws Exception {
		this.files.put("", FILE);
		assertThat(this.files.put("?prune=true",
				"""
						{"decisions":[],"qualifiers":[],"collections":[],"attributes":[],"offers":[{"key":"floor","name":"Floor",
						"status":"approved","fallback":true,"texts":[{"placement":"hero","content":"<p>Welcome</p>"}]}]}"""))
			.hasStatusOk()
			.bodyText()
			.contains("{\"kind\":\"decisions\",\"key\":\"home\",\"change\":\"archived\",\"fields\":[\"status\"]}",
					"{\"kind\":\"offers\",\"key\":\"sale\",\"change\":\"archived\"",
					"{\"kind\":\"qualifiers\",\"key\":\"autumn\",\"change\":\"deleted\",\"fields\":[]}")
			.doesNotContain("placements", "\"tier\"");
		assertThat(this.files.read("?kinds=attributes")).contains("tier");
		assertThat(this.files.put("", FILE)).hasStatusOk()
			.bodyText()
			.contains("\"key\":\"home\",\"change\":\"updated\"");
	}

	@Test
	void fieldsAndWhatIsWrittenInThemAreTakenAsTheyAre() throws Exception {
		String file = """
				{"placements":[{"key":"card","name":"Card","surface":"web","contentType":"fields",
					"fields":[{"key":"heading","label":"Heading","kind":"heading","mandatory":true,"longest":80},
						{"key":"link","label":"Link","kind":"link"}],
					"template":"<a href='{{fields.link}}'>{{fields.heading}}</a>"}],
				"offers":[{"key":"spring","name":"Spring","status":"approved","texts":[
					{"placement":"card","language":"en","main":true,"fields":{"heading":"Spring","link":"/spring","gone":"x"}}]}]}""";
		assertThat(this.files.put("", file)).hasStatusOk();
		String kept = this.files.read("?kinds=placements,offers");
		assertThat(kept.replaceAll("\\s", ""))
			.contains("\"fields\":{\"heading\":\"Spring\",\"link\":\"/spring\"}", "\"longest\":5000")
			.doesNotContain("\"content\"", "gone");
		int audited = this.files.audited();
		assertThat(this.files.put("", file)).bodyText().doesNotContain("created", "updated");
		assertThat(this.files.put("", kept)).bodyText().doesNotContain("created", "updated");
		assertThat(this.files.audited()).isEqualTo(audited);
		this.files.clear();
		assertThat(this.files.put("", kept)).hasStatusOk();
		assertThat(this.files.read("?kinds=placements,offers")).isEqualTo(kept);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"offer":[]} | /offer | is not known
					{"offers":{}} | /offers | is not a list
					[] | `` | is not an object
					{"offers":[7]} | /offers/0 | is not an object
					{"qualifiers":[{"key":"a","name":"A"},{"key":"a","name":"B"}]} | /qualifiers/1/key | stands there twice
					{"qualifiers":[{"name":"A"}]} | /qualifiers/0/key | is missing
					{"qualifiers":[{"key":"A b","name":"A"}]} | /qualifiers/0/key | is no key
					{"qualifiers":[{"key":"a","name":"A","colour":"red"}]} | /qualifiers/0/colour | is not known
					{"placements":[{"key":"a","name":"A","surface":"web"}]} | /placements/0/contentType | is missing
					{"placements":[{"key":"a","name":"A","surface":"moon","contentType":"html"}]} | /placements/0/surface | is not known
					{"placements":[{"key":"a","name":"A","surface":"web","contentType":"html","items":0}]} | /placements/0/items | is not a whole number
					{"placements":[{"key":"a","name":"A","surface":"web","contentType":"html","fields":[]}]} | /placements/0/fields | are only those
					{"placements":[{"key":"a","name":"A","surface":"web","contentType":"fields"}]} | /placements/0/fields | at least one field
					{"placements":[{"key":"a","name":"A","surface":"web","contentType":"fields","fields":[null]}]} | /placements/0/fields/0 | is not an object
					{"placements":[{"key":"a","name":"A","surface":"web","contentType":"fields","fields":[{"key":"b","label":"B","kind":"film"}],"template":"x"}]} | /placements/0/fields/0/kind | Choose
					{"placements":[{"key":"a","name":"A","surface":"web","contentType":"fields","fields":[{"key":"b","label":"B","kind":"text"}],"template":"<script>{{fields.b}}</script>"}]} | /placements/0/template | script
					{"placements":[{"key":"a","name":"A","surface":"web","contentType":"fields","fields":[{"key":"b","label":"B","kind":"link"}],"template":"<p>{{fields.b}}</p>"}],"offers":[{"key":"o","name":"O","texts":[{"placement":"a","fields":{"b":"javascript:x"}}]}]} | /offers/0/texts/0/fields/b | javascript:x
					{"placements":[{"key":"a","name":"A","surface":"web","contentType":"fields","fields":[{"key":"b","label":"B","kind":"text"}],"template":"<p>{{fields.b}}</p>"}],"offers":[{"key":"o","name":"O","texts":[{"placement":"a","content":"x"}]}]} | /offers/0/texts/0/content | has fields
					{"placements":[{"key":"a","name":"A","surface":"web","contentType":"fields","fields":[{"key":"b","label":"B","kind":"text","mandatory":true},{"key":"c","label":"C","kind":"text"}],"template":"<p>{{fields.b}}</p>"}],"offers":[{"key":"o","name":"O","status":"approved","texts":[{"placement":"a","fields":{"c":"x"}}]}]} | /offers/0/texts/0/fields/b | Fill in
					{"services":[{"key":"a","name":"A"}]} | /services/0/channel | is missing
					{"offers":[{"key":"a","name":"A","texts":[true]}]} | /offers/0/texts/0 | is not an object
					{"offers":[{"key":"a","name":"A","caps":[null]}]} | /offers/0/caps/0 | is not an object
					{"decisions":[{"key":"a","name":"A","scopes":[1]}]} | /decisions/0/scopes/0 | is not an object
					{"decisions":[{"key":"a","name":"A","scopes":[{"placement":"b","criteria":[null]}]}]} | /decisions/0/scopes/0/criteria/0 | is not an object
					{"services":[{"key":"a","name":"A","channel":"email","frequencies":[{"key":"x"}]}]} | /services/0/frequencies/0/name | is missing
					{"attributes":[{"key":"a","name":"A","type":"one-of"}]} | /attributes/0/options | is missing
					{"audiences":[{"key":"a","name":"A"}]} | /audiences/0/condition | is missing
					{"audiences":[{"key":"a","name":"A","condition":{"some":[]}}]} | /audiences/0/condition | {
					{"audiences":[{"key":"a","name":"A","condition":{"all":[{"fact":"shoe","operator":"is","value":1}]}}]} | /audiences/0/condition/all/0 | shoe
					{"audiences":[{"key":"a","name":"A","condition":{"all":[{"fact":"audiences.b","operator":"is","value":true}]}},{"key":"b","name":"B","condition":{"all":[{"fact":"audiences.a","operator":"is","value":true}]}}]} | /audiences/0 | goes in a circle
					{"offers":[{"key":"a","name":"A","texts":[{"placement":"moon","content":"x"}]}]} | /offers/0/texts/0/content | moon
					{"offers":[{"key":"a","name":"A","texts":[{"placement":"moon"}]}]} | /offers/0/texts/0/content | is missing
					{"offers":[{"key":"a","name":"A","status":"approved"}]} | /offers/0/texts | text
					{"offers":[{"key":"a","name":"A","audiences":["moon"]}]} | /offers/0/audiences/0 | moon
					{"offers":[{"key":"a","name":"A","qualifiers":["moon"]}]} | /offers/0/qualifiers/0 | moon
					{"offers":[{"key":"a","name":"A","validity":{"from":"yesterday","timeZone":"Mars"}}]} | /offers/0/validity/timeZone | is not known
					{"offers":[{"key":"a","name":"A","caps":[{"event":"display","each":true,"limit":1}]}]} | /offers/0/caps/0/period | is missing
					{"collections":[{"key":"a","name":"A","offers":["moon"]}]} | /collections/0/offers/0 | is not known
					{"decisions":[{"key":"a","name":"A","fallback":"moon"}]} | /decisions/0/fallback | is no fallback offer
					{"decisions":[{"key":"a","name":"A","scopes":[{"placement":"moon"}]}]} | /decisions/0/scopes/0/placement | is not known
					{"decisions":[{"key":"a","name":"A","status":"live"}]} | /decisions/0/fallback | fallback
					""")
	void whatCannotBeTakenIsToldAtItsPlaceAndNothingIsChanged(String file, String pointer, String detail)
			throws Exception {
		String empty = this.files.read("");
		int audited = this.files.audited();
		assertThat(this.files.put("", file)).hasStatus(422)
			.bodyText()
			.contains("\"pointer\":\"" + pointer)
			.containsIgnoringCase(detail);
		assertThat(this.files.read("")).isEqualTo(empty);
		assertThat(this.files.audited()).isEqualTo(audited);
	}

	@Test
	void whatIsNoJsonOrOfAnotherTypeOrWithoutTheScopeIsRefused() {
		assertThat(this.files.put("", "{\"offers\":[")).hasStatus(400);
		assertThat(this.files.put("", "")).hasStatus(400);
		assertThat(this.files.put("", "{} {}")).hasStatus(400);
		assertThat(this.files.put("?dryRun=perhaps", "{}")).hasStatus(400);
	}

	@Test
	void theDemoIsBroughtIntoAnEmptyStore() throws Exception {
		assertThat(this.files.put("", """
				{"attributes":[{"key":"lastOrder","name":"Last order","type":"date"},
				{"key":"member","name":"Member","type":"boolean"},{"key":"orders","name":"Orders","type":"number"},
				{"key":"tier","name":"Tier","type":"one-of","options":["silver","gold"]}],
				"audiences":[{"key":"consents-to-personalization","name":"Consents","condition":
				{"all":[{"fact":"consents.personalize.content","operator":"is","value":true}]}}]}""")).hasStatusOk();
		this.sayso.getBeanProvider(DemoContent.class)
			.orderedStream()
			.filter((content) -> Set.of("service", "audience", "offer", "decision").contains(content.name()))
			.forEach(DemoContent::lay);
		String demo = this.files.read("");
		assertThat(demo).contains("home-hero", "generic-welcome", "loyal-fr-be");
		this.files.clear();
		assertThat(this.files.put("", demo)).hasStatusOk();
		assertThat(this.files.read("")).isEqualTo(demo);
	}

	@Test
	void aFileOfManyOffersIsTakenInAStream() throws Exception {
		int many = Integer.getInteger("offers", 60);
		String offers = IntStream.range(0, many)
			.mapToObj((number) -> "{\"key\":\"offer-" + number + "\",\"name\":\"Offer " + number
					+ "\",\"status\":\"approved\",\"audiences\":[\"french\"],\"texts\":[{\"placement\":\"hero\","
					+ "\"content\":\"<p>Hello {{profile.firstName|you}}, number " + number + "</p>\"}]}")
			.collect(Collectors.joining(","));
		this.files.put("", FILE);
		assertThat(this.files.put("", "{\"offers\":[" + offers + "]}")).hasStatusOk();
		assertThat(this.files.put("", "{\"offers\":[" + offers + "]}")).hasStatusOk()
			.bodyText()
			.doesNotContain("created");
		assertThat(this.files.read("?kinds=offers")).contains("offer-" + (many - 1));
	}

}
