package dev.sayso;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Brings a configuration to the point where it would be applied, and looks at it there.
 */
@DemoTest
class ConfigurationJourneyTests {

	@LocalServerPort
	int port;

	@TempDir
	Path folder;

	@Test
	void whatAFileWouldChangeIsSeenBeforeItIsApplied() throws IOException {
		Path file = Files.writeString(this.folder.resolve("shop.json"), """
				{"qualifiers":[{"key":"winter","name":"Winter"}],
				"placements":[{"key":"shop-window","name":"Shop window","surface":"web","contentType":"html"}]}""");
		Path broken = Files.writeString(this.folder.resolve("broken.json"), """
				{"placements":[{"key":"shop-window","name":"Shop window","surface":"moon","contentType":"html"}]}""");
		Browser browser = Browser.at(this.port).signIn("admin").open("/settings/configuration");
		browser.sees("Download the file").upload("File", file).press("Show what would change");
		browser.sees("2 new").sees("shop-window").sees("winter").sees("Apply these changes");
		assertThat(browser.flawsOfEveryLook()).isEmpty();
		browser.press("Discard the file").sees("was discarded");
		browser.upload("File", broken).press("Show what would change");
		browser.sees("The file cannot be taken").sees("/placements/0/surface").doesNotSee("Apply these changes");
		assertThat(browser.flawsOfEveryLook()).isEmpty();
		browser.press("Discard the file").sees("nothing was changed");
	}

}
