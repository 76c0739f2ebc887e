package dev.sayso.landing.request;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What sticks to the address of a public page is overlooked.
 */
class PublicPathTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
			/p/news/T0k-en_                  | /p/news/T0k-en_
			/p/News/T0k-en_.                 | /p/news/T0k-en_
			/p/NEWS/T0k-en_,                 | /p/news/T0k-en_
			/p/news/T0k-en_)                 | /p/news/T0k-en_
			/p/news/T0k-en_&utm_source=x     | /p/news/T0k-en_
			/p/news/T0k-en_;jsessionid=1     | /p/news/T0k-en_
			/p/news/T0k-en_/                 | /p/news/T0k-en_
			/p/news/T0k-en_/;x               | /p/news/T0k-en_
			/p/news/T0k-en_%20               | /p/news/T0k-en_
			/p/news/T0k-en_%22%3E            | /p/news/T0k-en_
			/p/news/T0k-en_%E2%80%99         | /p/news/T0k-en_
			/p/news/T0k-en_%0D%0A            | /p/news/T0k-en_
			/p/news/T0k-en_%                 | /p/news/T0k-en_
			/p/news/T0k-en_%3Futm=x          | /p/news/T0k-en_
			/p/news/%3CT0k-en_%3E            | /p/news/T0k-en_
			/p/news/%54%30k-en_              | /p/news/T0k-en_
			/p/news/=T0k-en_                 | /p/news/T0k-en_
			/p/news/=3DT0k-en_               | /p/news/T0k-en_
			/p/news/%3DT0k-en_               | /p/news/T0k-en_
			/p/news/%3D3DT0k-en_             | /p/news/T0k-en_
			/p/news/%3d3dT0k-en_)            | /p/news/T0k-en_
			/p/news/=%0D%0AT0k-en_           | /p/news/T0k-en_
			/p/news/=0D=0AT0k-en_            | /p/news/T0k-en_
			/p/news/%3C=T0k-en_%3E           | /p/news/T0k-en_
			/p/news/=/T0k-en_                | /p/news/T0k-en_
			/p/=news/T0k-en_=                | /p/news/T0k-en_
			/p/news/results/=3DR3sult        | /p/news/results/R3sult
			/u/=T0k-en_                      | /u/T0k-en_
			/p/news/=                        | /p/news
			/p/news%2FT0k-en_                | /p/news/T0k-en_
			//p//news//T0k-en_               | /p/news/T0k-en_
			/p;x/news;y/T0k-en_              | /p/news/T0k-en_
			/p/news.                         | /p/news
			/p/news&utm_source=x             | /p/news
			/p/News/                         | /p/news
			/p/news/;x                       | /p/news
			/p/a%2Fb                         | /p/a/b
			/p/                              | /p/-
			/p                               | /p/-
			/p/%                             | /p/-
			/p/../login                      | /p/login
			/p/news/theme.css                | /p/news/theme.css
			/p/news/results/R3sult.          | /p/news/results/R3sult
			/p/news/results/R3sult/undo      | /p/news/results/R3sult/undo
			/p/news/results                  | /p/news/results
			/u/T0k-en_)                      | /u/T0k-en_
			/u/                              | /u/-
			/u//T0k-en_;x                    | /u/T0k-en_
			""")
	void isReadAsWhatIsMeant(String sent, String meant) {
		assertThat(PublicPath.of(sent.strip())).contains(meant);
	}

	@Test
	void nothingIsTooLong() {
		String longest = "/p/news/" + "aZ-_".repeat(300);
		assertThat(PublicPath.of(longest)).contains(longest);
		assertThat(PublicPath.of(longest + "&utm_source=x")).contains(longest);
		assertThat(PublicPath.of("/p/" + "a".repeat(7000))).contains("/p/-");
		assertThat(PublicPath.of("/u/" + "a".repeat(7000))).contains("/u/-");
		assertThat(PublicPath.of("/p/news" + "/x".repeat(3000))).contains("/p/news/x");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/", "", "/login", "/profiles/p/x", "/public.css", "/public/anew.js", "/uploads", "*", "null" })
	void otherAddressesAreOthers(String sent) {
		assertThat(PublicPath.of(sent)).isEmpty();
	}

}
