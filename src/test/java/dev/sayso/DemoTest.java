package dev.sayso;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.test.context.ActiveProfiles;

/**
 * A test with the whole demo at hand, its people, pages and accounts. All such tests
 * share one store, which nobody empties.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ProductTest
@ActiveProfiles("demo")
public @interface DemoTest {

}
