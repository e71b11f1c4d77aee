(** * The symbols of the ledger's statements

    What a generated statement means rests on these definitions and on those of Coq's and Coquelicot's reals:
    [sumn], [sum1], [dot] of [Base.Sums]; [vector], [vadd], [vscal], [vzero] of [Base.Vectors]; [Gamma] of [Bessel.Gamma],
    by Euler's limit; [hyper0F1] of [Bessel.Hypergeometric] and [besseli] of [Bessel.Functions], by their power series;
    [sphere_integral], [hyperplane_integral] of [Sphere.Integral], in polar coordinates; [sphere_average] of
    [Sphere.Average], the integral divided by that of 1; of [Coupling.Definition]
    [coupling] and [ball_coupling], Borel probabilities of pairs of vectors as their means of continuous functions:
    the linear functionals on these that are positive, and 1 at 1 (by the theorem of Riesz and Markov there are no
    others); [spheres] and [ball_sphere], the compact sets of their pairs; [continuous_pairs], continuity there.
    Nothing else of the library occurs in a statement. *)
From Modgap Require Export Base.Sums Base.Vectors Bessel.Gamma Bessel.Hypergeometric Bessel.Functions Sphere.Integral Sphere.Average.
From Modgap Require Export Coupling.Definition.
