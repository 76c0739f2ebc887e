package dev.sayso;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@DemoTest
class ImportJourneyTests {

	@LocalServerPort
	int port;

	@TempDir
	Path folder;

	@Test
	void aFileWithABrokenRowBringsInTheOthersAndTellsWhatIsWrong() throws IOException {
		Path file = Files.writeString(this.folder.resolve("loyalty cards.csv"), """
				Customer number;First name;E-mail;Shoe size;No post
				card-1;Inès;ines@card.example;38;yes
				card-2;Bram;bram at card.example;44;no
				card-3;Noor;noor@card.example;41;
				""");
		Browser browser = Browser.at(this.port).signIn("operator").open("/imports/new").upload("File", file);
		browser.fill("Name of the import", "Loyalty cards").press("Upload and match columns").sees("First rows");
		assertThat(browser.flawsOfEveryLook()).isEmpty();
		browser.fill("Customer number", "External id").fill("No post", "Post: yes = do not contact or use");
		browser.press("Try it out").sees("What this import would do").sees("Ready to import");
		browser.in("Left out").sees("bram at card.example");
		browser.open("/profiles?q=card.example").sees("Nobody matches").goesBack().sees("Ready to import");
		browser.press("Import 3 people").sees("What this import did").sees("Rows to correct, as CSV");
		assertThat(browser.flawsOfEveryLook()).isEmpty();
		browser.open("/profiles?q=card.example").sees("Inès").sees("Noor");
		browser.open("/profiles?q=Bram").sees("card-2").doesNotSee("card.example");
	}

}
