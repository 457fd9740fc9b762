//! Mexico; names without accents, as the page's example writes them.

pub(super) const FIRST_NAMES: &str = "Adriana, Bruno, Carla, Diego, Elena, Fabian, Gloria, Hector, Ines, Javier, Lucia, Mario, \
     Norma, Oscar, Paula, Ramon";

pub(super) const LAST_NAMES: &str = "Aguilar, Bravo, Castro, Duarte, Espinosa, Fuentes, Galindo, Huerta, Ibarra, Lozano, \
     Medina, Nava, Orozco, Pacheco, Rivas, Soto";

/// Segments; the page lists none but the one in its example, `20`.
pub(super) const SEGMENTS: &str = "10, 20, 30, 40";
